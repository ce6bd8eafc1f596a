/** Choosing the next token: policy, draws, the loop. */
@NullMarked
package tokenwalk.app.generation.model;

import org.jspecify.annotations.NullMarked;
