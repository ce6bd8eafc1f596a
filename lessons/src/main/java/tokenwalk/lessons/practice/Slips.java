package tokenwalk.lessons.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tokenwalk.lessons.practice.LabCell.Kind;
import tokenwalk.runtime.sampling.Distribution;

/** What each slip would give in a cell, worked out as the slip would have it. */
final class Slips {
    /** @param value what comes out if the slip is made */
    record Result(Slip slip, double value) {}

    private static final double PERCENT = 100;

    private final LabCell cell;
    private final Distribution distribution;
    private final Softmax steps;
    private final List<Result> results = new ArrayList<>();

    private Slips(LabCell cell) {
        this.cell = cell;
        this.distribution = cell.task().distribution();
        this.steps = Softmax.of(distribution);
    }

    static List<Result> of(LabCell cell) {
        Slips slips = new Slips(cell);
        switch (cell.kind()) {
            case SUM -> slips.sum();
            case SHARE -> slips.share();
            case CUMULATIVE -> slips.cumulative();
            case WORD, WORDS -> throw new IllegalArgumentException("a word is no number");
        }
        return List.copyOf(slips.results);
    }

    private void add(Slip slip, double value) {
        results.add(new Result(slip, value));
    }

    private void sum() {
        double logits =
                IntStream.range(0, steps.size()).mapToDouble(steps::scaled).sum();
        add(Slip.FORGOT_EXP, logits);
        IntStream.range(0, steps.size()).forEach(rank -> add(Slip.LEFT_ONE_OUT, steps.sum() - steps.exponential(rank)));
    }

    private void share() {
        int rank = cell.rank();
        add(Slip.FORGOT_TO_DIVIDE, steps.exponential(rank));
        add(Slip.PERCENT, PERCENT * distribution.probability(rank));
        add(Slip.TYPED_THE_LOGIT, distribution.logits().logit(rank));
        add(Slip.TYPED_THE_LOGIT, steps.scaled(rank));
        double logits = IntStream.range(0, distribution.kept())
                .mapToDouble(steps::scaled)
                .sum();
        add(Slip.FORGOT_EXP, steps.scaled(rank) / logits);
        if (distribution.policy().temperature() != 1) {
            temperature(rank);
        }
        if (distribution.kept() < distribution.size()) {
            add(Slip.NOT_RENORMALISED, distribution.softmax(rank));
            add(Slip.KEPT_TOO_FEW, steps.exponential(rank) / steps.sum(distribution.kept() - 1));
            add(Slip.KEPT_TOO_MANY, steps.exponential(rank) / steps.sum(distribution.kept() + 1));
        }
        for (int other = 0; other < distribution.kept(); other++) {
            if (other != rank) {
                add(Slip.MIXED_UP, distribution.probability(other));
            }
        }
        if (rank > 0) {
            add(
                    Slip.CUMULATIVE,
                    IntStream.rangeClosed(0, rank)
                            .mapToDouble(distribution::probability)
                            .sum());
        }
    }

    private void temperature(int rank) {
        double temperature = distribution.policy().temperature();
        Softmax untouched = steps.times(temperature);
        add(Slip.MULTIPLIED_BY_T, untouched.times(temperature).share(rank));
        add(Slip.EXP_BEFORE_DIVIDING, untouched.share(rank));
        add(Slip.EXP_BEFORE_DIVIDING, untouched.exponential(rank) / temperature);
        add(Slip.DIVIDED_THE_SHARE, untouched.share(rank) / temperature);
        add(Slip.WRONG_SUM, steps.exponential(rank) / untouched.sum());
    }

    private void cumulative() {
        int rank = cell.rank();
        add(Slip.FORGOT_TO_DIVIDE, steps.sum(rank + 1));
        add(Slip.PERCENT, PERCENT * steps.upTo(rank));
        add(Slip.OWN_SHARE, steps.share(rank));
        for (int other = 0; other < steps.size(); other++) {
            if (other != rank) {
                add(Slip.MIXED_UP, steps.upTo(other));
            }
            if (other < rank) {
                add(Slip.LEFT_ONE_OUT, steps.upTo(rank) - steps.share(other));
            }
        }
    }

    /** What comes of exponentials that were rounded to whole numbers or to one decimal. */
    static List<Result> roundings(LabCell cell) {
        Slips slips = new Slips(cell);
        for (double parts : List.of(1.0, 10.0)) {
            double sum = slips.roundedSum(parts);
            switch (cell.kind()) {
                case SUM -> slips.add(Slip.ROUNDED_TOO_EARLY, sum);
                case SHARE ->
                    slips.add(Slip.ROUNDED_TOO_EARLY, rounded(slips.steps.exponential(cell.rank()), parts) / sum);
                case CUMULATIVE, WORD, WORDS -> {
                    // Nothing is divided there.
                }
            }
        }
        return List.copyOf(slips.results);
    }

    private static double rounded(double number, double parts) {
        return Math.rint(number * parts) / parts;
    }

    /** The word's exponential divided by the sum of any words but the right ones. */
    static List<Result> wrongSums(LabCell cell) {
        if (cell.kind() != Kind.SHARE) {
            return List.of();
        }
        Slips slips = new Slips(cell);
        int size = slips.steps.size();
        int right = (1 << slips.distribution.kept()) - 1;
        for (int chosen = 1; chosen < 1 << size; chosen++) {
            if (chosen != right) {
                int words = chosen;
                double sum = IntStream.range(0, size)
                        .filter(rank -> (words >> rank & 1) == 1)
                        .mapToDouble(slips.steps::exponential)
                        .sum();
                slips.add(Slip.WRONG_SUM, slips.steps.exponential(cell.rank()) / sum);
            }
        }
        return List.copyOf(slips.results);
    }

    /** The sum of exponentials that were rounded first, to one part in so many. */
    private double roundedSum(double parts) {
        return IntStream.range(0, distribution.kept())
                .mapToDouble(rank -> rounded(steps.exponential(rank), parts))
                .sum();
    }
}
