package tokenwalk.lessons.practice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tokenwalk.lessons.practice.LabCell.Kind;
import tokenwalk.runtime.sampling.Distribution;

/**
 * Judges answers of the lab. What is wrong gets a hint that names the slip: each slip is worked out with the sampler's own
 * numbers, and the one that gives what was typed is named.
 */
public final class SlipFinder {
    /** Three decimals are asked for. */
    private static final double ROUNDED = 0.0005 + 1e-9;
    /** What rounding on the way may do to a share that is then accepted. */
    private static final double CLOSE = 0.002;
    /** The same for the sum of exponentials. */
    private static final double CLOSE_SUM = 0.05;
    /** How near a typed number must be to what a slip gives, for shares. */
    private static final double ALIKE = 0.0015;
    /** The same for larger numbers, as a part of the number. */
    private static final double ALIKE_PART = 0.005;

    private SlipFinder() {}

    /** @param typed by the learner; must not be blank */
    public static Judgement judge(LabCell cell, String typed) {
        return switch (cell.kind()) {
            case SUM, SHARE, CUMULATIVE -> number(cell, typed.strip());
            case WORD, WORDS -> words(cell, typed.strip());
        };
    }

    /** @return what is right, as it should be written */
    public static String expected(LabCell cell) {
        Distribution distribution = cell.task().distribution();
        return switch (cell.kind()) {
            case SUM, SHARE, CUMULATIVE -> three(exact(cell));
            case WORD, WORDS ->
                IntStream.range(0, distribution.kept())
                        .mapToObj(rank -> word(distribution, rank))
                        .collect(Collectors.joining(", "));
        };
    }

    /** @return the number asked for, unrounded */
    static double exact(LabCell cell) {
        Distribution distribution = cell.task().distribution();
        return switch (cell.kind()) {
            case SUM -> Softmax.of(distribution).sum();
            case SHARE -> distribution.probability(cell.rank());
            case CUMULATIVE -> Softmax.of(distribution).upTo(cell.rank());
            case WORD, WORDS -> throw new IllegalArgumentException("a word is no number");
        };
    }

    private static Judgement number(LabCell cell, String typed) {
        OptionalDouble read = read(typed);
        if (read.isEmpty()) {
            return Judgement.wrong(Slip.WRONG_KIND, "Type a number, such as 0.250.");
        }
        double given = read.getAsDouble();
        double exact = exact(cell);
        double off = Math.abs(given - exact);
        if (!typed.endsWith("%") && off <= ROUNDED) {
            return Judgement.RIGHT;
        }
        if (!typed.endsWith("%") && off <= tolerance(cell, exact)) {
            return new Judgement(
                    true,
                    Optional.of(Slip.ROUNDED_TOO_EARLY),
                    "Accepted. Rounded too early: it is %s if only the result is rounded.".formatted(three(exact)));
        }
        return nearest(Slips.of(cell), given)
                .or(() -> nearest(Slips.roundings(cell), given))
                .or(() -> nearest(Slips.wrongSums(cell), given))
                .map(slip -> Judgement.wrong(slip, hint(slip, cell)))
                .orElseGet(() -> new Judgement(false, Optional.empty(), unknown(cell)));
    }

    private static double tolerance(LabCell cell, double exact) {
        return cell.kind() == Kind.SUM ? CLOSE_SUM : Math.min(CLOSE, exact / 10);
    }

    private static Optional<Slip> nearest(List<Slips.Result> results, double given) {
        return results.stream()
                .filter(result -> distance(result, given) <= (result.value() < 1 ? ALIKE : ALIKE_PART * result.value()))
                .min(Comparator.comparingDouble(result -> distance(result, given)))
                .map(Slips.Result::slip);
    }

    private static double distance(Slips.Result result, double given) {
        return Math.abs(result.value() - given);
    }

    /** @return the number; a comma may stand for the point */
    private static OptionalDouble read(String typed) {
        String digits =
                typed.replace(',', '.').replace('−', '-').replace("%", "").strip();
        return digits.matches("-?(\\d{1,9}\\.?\\d{0,12}|\\.\\d{1,12})")
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }

    private static String unknown(LabCell cell) {
        return switch (cell.kind()) {
            case SUM -> "Add the five exponentials in the column beside it.";
            case SHARE -> "Divide the word's exponential by the sum of those that take part. Three decimals.";
            case CUMULATIVE -> "Add this word's share to the sum in the row above.";
            case WORD, WORDS -> throw new IllegalArgumentException("a word is no number");
        };
    }

    private static String hint(Slip slip, LabCell cell) {
        Distribution distribution = cell.task().distribution();
        Softmax steps = Softmax.of(distribution);
        String t = String.format(Locale.ROOT, "%s", distribution.policy().temperature());
        return switch (slip) {
            case FORGOT_TO_DIVIDE ->
                "That is the exponential. Forgot to divide: by %s.".formatted(sum(distribution, steps));
            case FORGOT_EXP -> "Forgot exp: shares are made of the exponentials, not of the logits.";
            case TYPED_THE_LOGIT -> "That is the logit, the score before softmax.";
            case PERCENT -> "That is in percent. Type it as a share of 1: divide by 100.";
            case NOT_RENORMALISED ->
                "Not renormalised: that is the share of all five. Only %d are left, so divide by %s."
                        .formatted(distribution.kept(), sum(distribution, steps));
            case KEPT_TOO_FEW ->
                cell.kind() == Kind.WORDS
                        ? "One too few: these come to %s, below p. The word that crosses p is in."
                                .formatted(three(steps.upTo(distribution.kept() - 2)))
                        : "Renormalised by the wrong sum: %d words, one too few.".formatted(distribution.kept() - 1);
            case KEPT_TOO_MANY ->
                cell.kind() == Kind.WORDS
                        ? "One too many: %s is reached with the word above it."
                                .formatted(three(steps.upTo(distribution.kept() - 1)))
                        : "Renormalised by the wrong sum: %d words, one too many.".formatted(distribution.kept() + 1);
            case WRONG_SUM ->
                distribution.kept() < distribution.size()
                        ? "Renormalised by the wrong sum: the %d that are left come to %s."
                                .formatted(distribution.kept(), sum(distribution, steps))
                        : "Divided by the wrong sum: all five exponentials come to %s."
                                .formatted(sum(distribution, steps));
            case LEFT_ONE_OUT -> "One is left out of the sum.";
            case CUMULATIVE -> "That is the sum down to this row. Its own share is wanted.";
            case OWN_SHARE -> "That is the word's own share. Add it to the sum in the row above.";
            case MULTIPLIED_BY_T -> "Multiplied by T. Divide each logit by %s.".formatted(t);
            case EXP_BEFORE_DIVIDING ->
                "Took exp before dividing: T cancels then, and nothing changes. Divide the logits by %s first."
                        .formatted(t);
            case DIVIDED_THE_SHARE -> "Divided the share by T. Divide the logit by %s, before exp.".formatted(t);
            case MIXED_UP -> "That belongs to another row: rows mixed up.";
            case ROUNDED_TOO_EARLY -> "Rounded too early: keep at least three decimals on the way.";
            case NOT_THE_BEST, NOT_FROM_THE_TOP, WRONG_KIND -> unknown(cell);
        };
    }

    /** @return what to divide by */
    private static String sum(Distribution distribution, Softmax steps) {
        return three(steps.sum(distribution.kept()));
    }

    private static Judgement words(LabCell cell, String typed) {
        Distribution distribution = cell.task().distribution();
        List<String> all = IntStream.range(0, distribution.size())
                .mapToObj(rank -> word(distribution, rank))
                .toList();
        Set<String> given = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        if (given.isEmpty() || !all.containsAll(given)) {
            return Judgement.wrong(Slip.WRONG_KIND, "Type words of the list: %s.".formatted(String.join(", ", all)));
        }
        int kept = distribution.kept();
        if (given.equals(Set.copyOf(all.subList(0, kept)))) {
            return Judgement.RIGHT;
        }
        if (cell.kind() == Kind.WORD) {
            return Judgement.wrong(
                    Slip.NOT_THE_BEST,
                    "Greedy takes the highest logit, and one word only. Another row has a higher one.");
        }
        if (kept > 1 && given.equals(Set.copyOf(all.subList(0, kept - 1)))) {
            return Judgement.wrong(Slip.KEPT_TOO_FEW, hint(Slip.KEPT_TOO_FEW, cell));
        }
        if (given.equals(Set.copyOf(all.subList(0, Math.min(kept + 1, all.size()))))) {
            return Judgement.wrong(Slip.KEPT_TOO_MANY, hint(Slip.KEPT_TOO_MANY, cell));
        }
        return Judgement.wrong(
                Slip.NOT_FROM_THE_TOP, "The nucleus begins at the top and leaves none out until p is reached.");
    }

    private static String word(Distribution distribution, int rank) {
        return TinyVocabulary.LAB
                .words()
                .get(distribution.logits().tokenId(rank))
                .text();
    }

    private static String three(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
