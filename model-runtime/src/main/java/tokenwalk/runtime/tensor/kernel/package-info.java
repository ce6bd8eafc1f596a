/** The hot loops: a scalar reference, an implementation on the Vector API, and the choice between them. */
@NullMarked
package tokenwalk.runtime.tensor.kernel;

import org.jspecify.annotations.NullMarked;
