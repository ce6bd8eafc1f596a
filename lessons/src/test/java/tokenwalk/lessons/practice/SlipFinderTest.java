package tokenwalk.lessons.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tokenwalk.lessons.practice.LabCell.Kind;

/** Right answers are those of the sampler; wrong ones are told which slip they come from. */
class SlipFinderTest {
    private static List<String> expected(LabTask task) {
        return task.cells().stream().map(SlipFinder::expected).toList();
    }

    @Test
    void theSamplerGivesTheAnswers() {
        assertThat(expected(LabTask.SOFTMAX)).containsExactly("86.440", "0.632", "0.232", "0.085", "0.031", "0.019");
        assertThat(expected(LabTask.GREEDY)).containsExactly("the");
        assertThat(expected(LabTask.TOP_K)).containsExactly("0.665", "0.245", "0.090");
        assertThat(expected(LabTask.NUCLEUS))
                .containsExactly("0.632", "0.864", "0.949", "0.981", "1.000", "the, a, an");
        assertThat(expected(LabTask.COLD)).containsExactly("0.864", "0.117", "0.016", "0.002", "0.001");
        assertThat(expected(LabTask.HOT)).containsExactly("0.422", "0.256", "0.155", "0.094", "0.073");
    }

    @Test
    void whatIsExpectedIsAccepted() {
        assertThat(LabTask.allCells().toList())
                .hasSize(26)
                .allSatisfy(cell -> assertThat(SlipFinder.judge(cell, SlipFinder.expected(cell)))
                        .isEqualTo(Judgement.RIGHT));
    }

    @Test
    void idsAreDifferent() {
        assertThat(LabTask.allCells().map(LabCell::id).toList())
                .doesNotHaveDuplicates()
                .contains("lab/softmax/sum", "lab/top-k/share-3", "lab/nucleus/words");
    }

    /** What the issue lists, a learner who rounds on the way, a comma for the point. */
    @ParameterizedTest
    @CsvSource({
        "COLD, SHARE, 0, 0.866, true",
        "TOP_K, SHARE, 0, 0.666, true",
        "NUCLEUS, CUMULATIVE, 3, 0.980, true",
        "SOFTMAX, SUM, 0, 86.4, true",
        "SOFTMAX, SHARE, 0, .632, false",
        "SOFTMAX, SHARE, 0, '0,632', false",
        "SOFTMAX, SHARE, 0, 0.63162, false",
        "NUCLEUS, CUMULATIVE, 4, 1, false",
    })
    void roundingOnTheWayIsAcceptedAndNoted(LabTask task, Kind kind, int rank, String typed, boolean noted) {
        Judgement judgement = SlipFinder.judge(new LabCell(task, kind, rank), typed);
        assertThat(judgement.accepted()).isTrue();
        assertThat(judgement.words().contains("Rounded too early")).isEqualTo(noted);
    }

    @ParameterizedTest
    @CsvSource({
        // The sum.
        "SOFTMAX, SUM, 0, 10.5, FORGOT_EXP",
        "SOFTMAX, SUM, 0, 84.791, LEFT_ONE_OUT",
        "SOFTMAX, SUM, 0, 31.842, LEFT_ONE_OUT",
        "SOFTMAX, SUM, 0, 87, ROUNDED_TOO_EARLY",
        // Softmax.
        "SOFTMAX, SHARE, 0, 54.598, FORGOT_TO_DIVIDE",
        "SOFTMAX, SHARE, 4, 1.649, FORGOT_TO_DIVIDE",
        "SOFTMAX, SHARE, 0, 0.381, FORGOT_EXP",
        "SOFTMAX, SHARE, 1, 0.286, FORGOT_EXP",
        "SOFTMAX, SHARE, 0, 4, TYPED_THE_LOGIT",
        "SOFTMAX, SHARE, 0, 63.2, PERCENT",
        "SOFTMAX, SHARE, 0, 63.2 %, PERCENT",
        "SOFTMAX, SHARE, 0, 0.665, WRONG_SUM",
        "SOFTMAX, SHARE, 0, 1.715, WRONG_SUM",
        "SOFTMAX, SHARE, 1, 0.864, CUMULATIVE",
        "SOFTMAX, SHARE, 1, 0.632, MIXED_UP",
        "SOFTMAX, SHARE, 3, 0.034, ROUNDED_TOO_EARLY",
        // Top-k.
        "TOP_K, SHARE, 0, 0.632, NOT_RENORMALISED",
        "TOP_K, SHARE, 2, 0.085, NOT_RENORMALISED",
        "TOP_K, SHARE, 0, 0.731, KEPT_TOO_FEW",
        "TOP_K, SHARE, 0, 0.644, KEPT_TOO_MANY",
        "TOP_K, SHARE, 1, 0.690, WRONG_SUM",
        "TOP_K, SHARE, 1, 20.086, FORGOT_TO_DIVIDE",
        "TOP_K, SHARE, 1, 24.5, PERCENT",
        "TOP_K, SHARE, 1, 0.333, FORGOT_EXP",
        "TOP_K, SHARE, 1, 0.910, CUMULATIVE",
        "TOP_K, SHARE, 1, 0.090, MIXED_UP",
        "TOP_K, SHARE, 2, 2, TYPED_THE_LOGIT",
        // Top-p.
        "NUCLEUS, CUMULATIVE, 1, 0.232, OWN_SHARE",
        "NUCLEUS, CUMULATIVE, 2, 0.085, OWN_SHARE",
        "NUCLEUS, CUMULATIVE, 1, 86.4, PERCENT",
        "NUCLEUS, CUMULATIVE, 0, 54.6, FORGOT_TO_DIVIDE",
        "NUCLEUS, CUMULATIVE, 2, 0.864, MIXED_UP",
        "NUCLEUS, CUMULATIVE, 3, 0.749, LEFT_ONE_OUT",
        "NUCLEUS, WORDS, 0, 'the, a', KEPT_TOO_FEW",
        "NUCLEUS, WORDS, 0, '{the, a, an, and}', KEPT_TOO_MANY",
        "NUCLEUS, WORDS, 0, 'the, an', NOT_FROM_THE_TOP",
        "NUCLEUS, WORDS, 0, 3, WRONG_KIND",
        // Greedy.
        "GREEDY, WORD, 0, a, NOT_THE_BEST",
        "GREEDY, WORD, 0, 'the, a', NOT_THE_BEST",
        "GREEDY, WORD, 0, 4.0, WRONG_KIND",
        // T = 0.5.
        "COLD, SHARE, 0, 0.422, MULTIPLIED_BY_T",
        "COLD, SHARE, 1, 0.256, MULTIPLIED_BY_T",
        "COLD, SHARE, 0, 0.632, EXP_BEFORE_DIVIDING",
        "COLD, SHARE, 0, 109.196, EXP_BEFORE_DIVIDING",
        "COLD, SHARE, 0, 1.263, DIVIDED_THE_SHARE",
        "COLD, SHARE, 0, 2980.958, FORGOT_TO_DIVIDE",
        "COLD, SHARE, 0, 86.4, PERCENT",
        "COLD, SHARE, 0, 8, TYPED_THE_LOGIT",
        "COLD, SHARE, 0, 34.486, WRONG_SUM",
        "COLD, SHARE, 0, 0.381, FORGOT_EXP",
        "COLD, SHARE, 1, 0.981, CUMULATIVE",
        "COLD, SHARE, 1, 0.864, MIXED_UP",
        // T = 2.
        "HOT, SHARE, 0, 0.864, MULTIPLIED_BY_T",
        "HOT, SHARE, 1, 0.117, MULTIPLIED_BY_T",
        "HOT, SHARE, 0, 0.632, EXP_BEFORE_DIVIDING",
        "HOT, SHARE, 0, 0.316, DIVIDED_THE_SHARE",
        "HOT, SHARE, 0, 7.389, FORGOT_TO_DIVIDE",
        "HOT, SHARE, 0, 42.2, PERCENT",
        "HOT, SHARE, 2, 1, TYPED_THE_LOGIT",
        "HOT, SHARE, 3, 0.019, WRONG_SUM",
        "HOT, SHARE, 1, 0.678, CUMULATIVE",
        "HOT, SHARE, 1, 0.155, MIXED_UP",
        "HOT, SHARE, 0, 0.412, ROUNDED_TOO_EARLY",
    })
    void theSlipIsNamed(LabTask task, Kind kind, int rank, String typed, Slip slip) {
        Judgement judgement = SlipFinder.judge(new LabCell(task, kind, rank), typed);
        assertThat(judgement.accepted()).isFalse();
        assertThat(judgement.slip()).hasValue(slip);
        assertThat(judgement.words()).isNotBlank();
    }

    @Test
    void everySlipOfEveryCellGetsAHintUnlessItGivesTheRightNumber() {
        LabTask.allCells()
                .filter(cell -> cell.kind() != Kind.WORD && cell.kind() != Kind.WORDS)
                .forEach(cell -> Slips.of(cell).forEach(result -> {
                    Judgement judgement = SlipFinder.judge(cell, String.format("%.3f", result.value()));
                    assertThat(judgement.accepted() || judgement.slip().isPresent())
                            .describedAs("%s %s", cell.id(), result)
                            .isTrue();
                }));
    }

    @Test
    void whatNoSlipGivesGetsAHintWithoutOne() {
        Judgement judgement = SlipFinder.judge(new LabCell(LabTask.SOFTMAX, Kind.SHARE, 0), "0.5");
        assertThat(judgement.accepted()).isFalse();
        assertThat(judgement.slip()).isEmpty();
        assertThat(judgement.words()).startsWith("Divide the word's exponential");
        assertThat(SlipFinder.judge(new LabCell(LabTask.SOFTMAX, Kind.SHARE, 0), "many")
                        .words())
                .startsWith("Type a number");
    }
}
