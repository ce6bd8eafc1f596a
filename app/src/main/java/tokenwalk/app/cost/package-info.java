/** The screen «Cost». */
@NullMarked
package tokenwalk.app.cost;

import org.jspecify.annotations.NullMarked;
