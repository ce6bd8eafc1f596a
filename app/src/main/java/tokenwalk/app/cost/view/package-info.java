/** The cards of the screen «Cost». */
@NullMarked
package tokenwalk.app.cost.view;

import org.jspecify.annotations.NullMarked;
