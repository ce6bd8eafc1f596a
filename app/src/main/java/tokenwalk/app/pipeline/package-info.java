/** The strip across the top: what the text passes on its way to the next token, and where the model ends. */
@NullMarked
package tokenwalk.app.pipeline;

import org.jspecify.annotations.NullMarked;
