/** The logit lens: residual vector → final norm → unembedding → tokens. */
@NullMarked
package tokenwalk.runtime.lens;

import org.jspecify.annotations.NullMarked;
