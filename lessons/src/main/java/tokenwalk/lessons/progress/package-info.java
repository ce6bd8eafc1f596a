/** What a learner has done, kept in one file. */
@NullMarked
package tokenwalk.lessons.progress;

import org.jspecify.annotations.NullMarked;
