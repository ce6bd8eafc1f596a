/** Playing lessons: which are there, where the learner is, and the states they put the app in. */
@NullMarked
package tokenwalk.app.lesson.model;

import org.jspecify.annotations.NullMarked;
