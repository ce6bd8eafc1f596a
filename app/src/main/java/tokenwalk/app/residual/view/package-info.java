/** The parts as a chart, a sum and a list. */
@NullMarked
package tokenwalk.app.residual.view;

import org.jspecify.annotations.NullMarked;
