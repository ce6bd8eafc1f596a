/** How the program looks: colours, type, text size, motion. */
@NullMarked
package tokenwalk.app.theme;

import org.jspecify.annotations.NullMarked;
