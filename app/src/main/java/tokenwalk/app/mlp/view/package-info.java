/** Neurons as a strip and as rows, and the tokens they push. */
@NullMarked
package tokenwalk.app.mlp.view;

import org.jspecify.annotations.NullMarked;
