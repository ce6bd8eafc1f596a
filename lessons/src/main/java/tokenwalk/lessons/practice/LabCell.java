package tokenwalk.lessons.practice;

import java.util.Locale;

/**
 * Something to fill in.
 *
 * @param rank of the word whose row it stands in; 0 where it stands for all
 */
public record LabCell(LabTask task, Kind kind, int rank) {
    /** All answers of the lab are kept under ids that begin so. */
    public static final String LAB = "lab/";

    public enum Kind {
        /** The sum of the exponentials. */
        SUM,
        /** A word's share of the probability, after what the task does to it. */
        SHARE,
        /** The shares added up from the best to this one. */
        CUMULATIVE,
        /** One word. */
        WORD,
        /** Some words. */
        WORDS
    }

    /** @return what the answer is kept under */
    public String id() {
        return LAB + task.written() + "/" + kind.name().toLowerCase(Locale.ROOT)
                + (kind == Kind.SHARE || kind == Kind.CUMULATIVE ? "-" + (rank + 1) : "");
    }
}
