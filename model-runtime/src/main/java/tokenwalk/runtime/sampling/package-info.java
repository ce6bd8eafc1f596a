/** Logits to a distribution over the whole vocabulary, through its filters, to a drawn token; each stage is kept. */
@NullMarked
package tokenwalk.runtime.sampling;

import org.jspecify.annotations.NullMarked;
