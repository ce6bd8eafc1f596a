/** What the model reads at each step of a lesson, without the app. */
@NullMarked
package tokenwalk.lessons.reading;

import org.jspecify.annotations.NullMarked;
