/** The screens of the window, and the way from one to the other. */
@NullMarked
package tokenwalk.app.screen;

import org.jspecify.annotations.NullMarked;
