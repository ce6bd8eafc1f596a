package tokenwalk.lessons.progress;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a learner has done.
 *
 * @param lessons by the lesson's id
 * @param answers to the self-check and the lab, by the question's id
 * @param cards by the card's id
 */
public record Progress(
        Map<String, LessonProgress> lessons, Map<String, GivenAnswer> answers, Map<String, CardProgress> cards) {
    public static final Progress NONE = new Progress(Map.of(), Map.of(), Map.of());

    public Progress {
        lessons = Map.copyOf(lessons);
        answers = Map.copyOf(answers);
        cards = Map.copyOf(cards);
    }

    /**
     * @param step the index of the step where the learner is
     * @param steps how many the lesson has
     * @param finished whether its end was ever reached
     * @param answers by the step's index
     */
    public record LessonProgress(
            int step, int steps, boolean finished, LocalDate last, Map<Integer, GivenAnswer> answers) {
        public LessonProgress {
            answers = Map.copyOf(answers);
        }
    }

    /** What was typed or chosen, and how it was judged. */
    public record GivenAnswer(String text, Verdict verdict, LocalDate date) {}

    /** A card's box, from 0, and the day on which it is due again. */
    public record CardProgress(int box, LocalDate due) {}

    /** How an answer was judged; an open one by the learner. */
    public enum Verdict {
        RIGHT,
        WRONG,
        OPEN
    }
}
