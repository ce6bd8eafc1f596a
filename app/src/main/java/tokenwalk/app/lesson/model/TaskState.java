package tokenwalk.app.lesson.model;

import java.util.OptionalInt;

/**
 * How far a task is.
 *
 * @param done whether the learner has done it
 * @param already whether it was so before the learner did anything
 * @param goal the number it wants: a level, layer, head or token; none if it wants none, or it is not computed yet
 * @param reached how far, such as {@code level 21 → 28}; empty where there is nothing between
 */
public record TaskState(boolean done, boolean already, OptionalInt goal, String reached) {
    static final TaskState NOTHING = new TaskState(false, false, OptionalInt.empty(), "");
}
