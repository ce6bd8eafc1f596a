/** What a learner reads and answers: the lesson panel beside the screens, and the list of lessons. */
@NullMarked
package tokenwalk.app.lesson.view;

import org.jspecify.annotations.NullMarked;
