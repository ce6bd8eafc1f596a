/** The screen «Models». */
@NullMarked
package tokenwalk.app.library;

import org.jspecify.annotations.NullMarked;
