/** The screen «Self-Attention». */
@NullMarked
package tokenwalk.app.attention;

import org.jspecify.annotations.NullMarked;
