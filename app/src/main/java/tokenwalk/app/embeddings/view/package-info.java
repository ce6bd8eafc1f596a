/** The cards of the screen «Embedding and position». */
@NullMarked
package tokenwalk.app.embeddings.view;

import org.jspecify.annotations.NullMarked;
