/** How fast the kernels are on this machine. */
@NullMarked
package tokenwalk.benchmarks;

import org.jspecify.annotations.NullMarked;
