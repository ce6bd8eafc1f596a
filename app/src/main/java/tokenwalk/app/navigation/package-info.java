/** Which screen is open, and which there are. */
@NullMarked
package tokenwalk.app.navigation;

import org.jspecify.annotations.NullMarked;
