/** The program's entry. */
@NullMarked
package tokenwalk.app;

import org.jspecify.annotations.NullMarked;
