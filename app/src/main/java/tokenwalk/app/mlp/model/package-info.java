/** The neurons of the chosen layer, and what they push. */
@NullMarked
package tokenwalk.app.mlp.model;

import org.jspecify.annotations.NullMarked;
