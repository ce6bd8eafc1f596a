/** Sentences worth showing. */
@NullMarked
package tokenwalk.lessons;

import org.jspecify.annotations.NullMarked;
