/** The screen «Embedding and position». */
@NullMarked
package tokenwalk.app.embeddings;

import org.jspecify.annotations.NullMarked;
