/** The one shared state: model, prompt, what the model computed, what is chosen. */
@NullMarked
package tokenwalk.app.session;

import org.jspecify.annotations.NullMarked;
