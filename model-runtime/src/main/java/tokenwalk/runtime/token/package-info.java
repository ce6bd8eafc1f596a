/** Text to tokens and back: the vocabulary, byte-level BPE and the merges it makes. */
@NullMarked
package tokenwalk.runtime.token;

import org.jspecify.annotations.NullMarked;
