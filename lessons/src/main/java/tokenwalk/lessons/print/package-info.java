/** Lessons and flashcards on paper. */
@NullMarked
package tokenwalk.lessons.print;

import org.jspecify.annotations.NullMarked;
