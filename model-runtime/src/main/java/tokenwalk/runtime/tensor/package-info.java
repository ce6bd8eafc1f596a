/** Numbers in rows and columns, immutable once built. */
@NullMarked
package tokenwalk.runtime.tensor;

import org.jspecify.annotations.NullMarked;
