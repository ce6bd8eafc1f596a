/** Texts that grow: reading with a cache, stop rules, the chat template. */
@NullMarked
package tokenwalk.runtime.generation;

import org.jspecify.annotations.NullMarked;
