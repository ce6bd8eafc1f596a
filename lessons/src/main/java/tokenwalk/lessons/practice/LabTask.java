package tokenwalk.lessons.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tokenwalk.lessons.practice.LabCell.Kind;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** The six tasks of the tiny logits lab, in order. */
public enum LabTask {
    SOFTMAX(
            "Softmax",
            "Add up the exponentials, then divide each by the sum. Three decimals.",
            SamplingPolicy.DEFAULT,
            Kind.SUM,
            Kind.SHARE),
    GREEDY("Greedy", "Which word does greedy decoding take?", SamplingPolicy.BEST.withTopK(1), Kind.WORD),
    TOP_K(
            "Top-k",
            "Top-k with k = 3 keeps three words. What share does each have now?",
            SamplingPolicy.DEFAULT.withTopK(3),
            Kind.SHARE),
    NUCLEUS(
            "Top-p",
            "Add the shares up from the top. Which words are the nucleus at p = 0.9?",
            SamplingPolicy.DEFAULT.withTopP(0.9),
            Kind.CUMULATIVE,
            Kind.WORDS),
    COLD(
            "Temperature 0.5",
            "Divide the logits by T = 0.5 first. What are the shares?",
            SamplingPolicy.DEFAULT.withTemperature(0.5),
            Kind.SHARE),
    HOT("Temperature 2", "The same with T = 2.", SamplingPolicy.DEFAULT.withTemperature(2), Kind.SHARE);

    private final String title;
    private final String question;
    private final SamplingPolicy policy;
    private final List<Kind> kinds;

    LabTask(String title, String question, SamplingPolicy policy, Kind... kinds) {
        this.title = title;
        this.question = question;
        this.policy = policy;
        this.kinds = List.of(kinds);
    }

    public String title() {
        return title;
    }

    public String question() {
        return question;
    }

    public SamplingPolicy policy() {
        return policy;
    }

    /** @return whether the learner fills in cells of this kind */
    public boolean asksFor(Kind kind) {
        return kinds.contains(kind);
    }

    /** @return the task's five words as the sampler sees them */
    public Distribution distribution() {
        return TinyVocabulary.LAB.distribution(policy);
    }

    /** @return what is to be filled in, in order */
    public List<LabCell> cells() {
        List<LabCell> cells = new ArrayList<>();
        for (Kind kind : kinds) {
            switch (kind) {
                case SUM, WORD, WORDS -> cells.add(new LabCell(this, kind, 0));
                case SHARE, CUMULATIVE -> {
                    // Of the nucleus all are added up, to see where p is reached; else what is cut is not asked for.
                    int rows = kind == Kind.CUMULATIVE
                            ? distribution().size()
                            : distribution().kept();
                    for (int rank = 0; rank < rows; rank++) {
                        cells.add(new LabCell(this, kind, rank));
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    /** @return all cells of all tasks */
    public static Stream<LabCell> allCells() {
        return Stream.of(values()).flatMap(task -> task.cells().stream());
    }

    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
