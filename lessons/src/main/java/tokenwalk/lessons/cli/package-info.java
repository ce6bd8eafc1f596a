/** The commands about lessons. */
@NullMarked
package tokenwalk.lessons.cli;

import org.jspecify.annotations.NullMarked;
