package tokenwalk.lessons.lesson;

import java.util.List;
import tokenwalk.lessons.prose.Prose;

/**
 * What one reads before choosing a lesson.
 *
 * @param title one line
 * @param audience for whom, in a few words
 * @param minutes how long it takes
 * @param goals what the learner can do afterwards
 */
public record About(Prose title, String audience, int minutes, List<Prose> goals) {
    public About {
        goals = List.copyOf(goals);
        if (title.isEmpty() || minutes < 1) {
            throw new IllegalArgumentException("a lesson needs a title and takes at least a minute");
        }
    }
}
