/** The screen «Tokens». */
@NullMarked
package tokenwalk.app.tokens;

import org.jspecify.annotations.NullMarked;
