/** What one forward pass leaves behind: immutable. */
@NullMarked
package tokenwalk.runtime.trace;

import org.jspecify.annotations.NullMarked;
