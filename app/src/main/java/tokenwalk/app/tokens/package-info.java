/** Tokens as they are written on screen. */
@NullMarked
package tokenwalk.app.tokens;

import org.jspecify.annotations.NullMarked;
