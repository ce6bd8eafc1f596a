/** What the model pays, in training, for each guess of a text. */
@NullMarked
package tokenwalk.app.training.model;

import org.jspecify.annotations.NullMarked;
