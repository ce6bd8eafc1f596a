/** Model files: what is in them, memory-mapped, with every length checked before it is used. */
@NullMarked
package tokenwalk.runtime.weights;

import org.jspecify.annotations.NullMarked;
