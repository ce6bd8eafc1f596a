package tokenwalk.lessons.lesson;

/**
 * How an answer was judged.
 *
 * @param words what to tell the learner besides, in one line; empty if there is nothing to add
 */
public record Judgement(Outcome outcome, String words) {
    /** What came of it. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** Nobody judges it but the learner, who compares. */
        OPEN,
        /** It could not be read, or there is no right answer here: it counts as not given. */
        UNCLEAR
    }

    static Judgement of(boolean right) {
        return new Judgement(right ? Outcome.RIGHT : Outcome.WRONG, "");
    }

    static Judgement unclear(String words) {
        return new Judgement(Outcome.UNCLEAR, words);
    }

    public boolean isRight() {
        return outcome == Outcome.RIGHT;
    }

    /** @return whether the answer counts: it is right, wrong, or for the learner to compare */
    public boolean counts() {
        return outcome != Outcome.UNCLEAR;
    }
}
