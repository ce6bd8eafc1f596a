/** How a text is spelled in tokens: bytes, merges, ids, the vocabulary. */
@NullMarked
package tokenwalk.app.tokens.model;

import org.jspecify.annotations.NullMarked;
