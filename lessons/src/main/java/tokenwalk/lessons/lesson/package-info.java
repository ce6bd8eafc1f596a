/** What a lesson is: steps, what they point at, and what they ask. */
@NullMarked
package tokenwalk.lessons.lesson;

import org.jspecify.annotations.NullMarked;
