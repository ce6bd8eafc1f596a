/** The screen «Training view». */
@NullMarked
package tokenwalk.app.training;

import org.jspecify.annotations.NullMarked;
