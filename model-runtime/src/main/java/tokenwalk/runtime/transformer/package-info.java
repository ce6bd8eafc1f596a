/** The transformer, as block diagrams one can read, and the one seam at which it is observed and changed. */
@NullMarked
package tokenwalk.runtime.transformer;

import org.jspecify.annotations.NullMarked;
