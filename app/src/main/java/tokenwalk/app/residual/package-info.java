/** The screen «Residual stream». */
@NullMarked
package tokenwalk.app.residual;

import org.jspecify.annotations.NullMarked;
