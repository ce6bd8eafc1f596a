/** What each block adds to the chosen token, for the screens that look inside the blocks. */
@NullMarked
package tokenwalk.app.contributions;

import org.jspecify.annotations.NullMarked;
