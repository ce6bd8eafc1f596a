/** Rows of the embedding table, and what a position does to queries and keys. */
@NullMarked
package tokenwalk.app.embeddings.model;

import org.jspecify.annotations.NullMarked;
