/** One position's scores: as a sum, as a histogram, and as a list to search. */
@NullMarked
package tokenwalk.app.logits.model;

import org.jspecify.annotations.NullMarked;
