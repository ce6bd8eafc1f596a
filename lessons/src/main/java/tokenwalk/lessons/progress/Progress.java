package tokenwalk.lessons.progress;

import java.time.LocalDate;
import java.util.HashMap;
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

    public Progress withLesson(String id, LessonProgress lesson) {
        return new Progress(with(lessons, id, lesson), answers, cards);
    }

    public Progress withAnswer(String id, GivenAnswer answer) {
        return new Progress(lessons, with(answers, id, answer), cards);
    }

    public Progress withCard(String id, CardProgress card) {
        return new Progress(lessons, answers, with(cards, id, card));
    }

    /** @return the same without the answers whose ids begin so */
    public Progress withoutAnswers(String prefix) {
        Map<String, GivenAnswer> left = new HashMap<>(answers);
        left.keySet().removeIf(id -> id.startsWith(prefix));
        return new Progress(lessons, left, cards);
    }

    private static <V> Map<String, V> with(Map<String, V> entries, String id, V entry) {
        Map<String, V> changed = new HashMap<>(entries);
        changed.put(id, entry);
        return changed;
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
            if (step < 0 || steps < 0 || answers.keySet().stream().anyMatch(answered -> answered < 0)) {
                throw new IllegalArgumentException("steps count from 0");
            }
        }
    }

    /** What was typed or chosen, and how it was judged. */
    public record GivenAnswer(String text, Verdict verdict, LocalDate date) {}

    /** A card's box, from 0, and the day on which it is due again. */
    public record CardProgress(int box, LocalDate due) {
        public CardProgress {
            if (box < 0) {
                throw new IllegalArgumentException("boxes count from 0");
            }
        }
    }

    /** How an answer was judged; an open one by the learner. */
    public enum Verdict {
        RIGHT,
        PARTLY,
        WRONG,
        /** Given, but not judged yet. */
        OPEN
    }
}
