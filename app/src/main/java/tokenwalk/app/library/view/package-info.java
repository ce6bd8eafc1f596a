/** The rows of the screen «Models». */
@NullMarked
package tokenwalk.app.library.view;

import org.jspecify.annotations.NullMarked;
