/** How the parts of the residual stream add up to a logit. */
@NullMarked
package tokenwalk.app.residual.model;

import org.jspecify.annotations.NullMarked;
