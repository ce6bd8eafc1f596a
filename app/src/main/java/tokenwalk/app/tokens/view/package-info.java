/** The cards of the screen «Tokens». */
@NullMarked
package tokenwalk.app.tokens.view;

import org.jspecify.annotations.NullMarked;
