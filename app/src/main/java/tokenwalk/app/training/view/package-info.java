/** The guesses as rows, and the gradient of one of them as bars. */
@NullMarked
package tokenwalk.app.training.view;

import org.jspecify.annotations.NullMarked;
