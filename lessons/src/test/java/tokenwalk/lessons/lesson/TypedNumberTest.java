package tokenwalk.lessons.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.Id;
import tokenwalk.lessons.fact.FactValue.Share;
import tokenwalk.lessons.lesson.Judgement.Outcome;

class TypedNumberTest {
    private static Outcome judged(String typed, FactValue expected, double tolerance) {
        return TypedNumber.of(typed).judge(expected, tolerance).outcome();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "49152",
                " 49152 ",
                "49,152",
                "49.152",
                "49 152",
                "49\u202F152",
                "49'152",
                "49152.0",
                "49,152.00",
                "49.152,0",
                "+49152",
                "49152."
            })
    void aWholeNumberMayBeSpelledAsAnywhere(String typed) {
        assertThat(judged(typed, new Count(49_152), 0)).isEqualTo(Outcome.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"49151", "4915", "4,9152", "49.15", "-49152", "49152 %", "491,520"})
    void anotherNumberIsWrong(String typed) {
        assertThat(judged(typed, new Count(49_152), 0)).isEqualTo(Outcome.WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Paris",
                "4 9",
                "49,15,2",
                "1,2.3,4",
                "--4",
                "1e5",
                "1/2",
                "%",
                ".",
                ",",
                "NaN",
                "Infinity",
                "0x10",
                "12 layers",
                "½",
                "1234 5678",
                "99999999999999999999999999999999999999999999"
            })
    void whatCannotBeReadIsNeitherRightNorWrong(String typed) {
        Judgement judgement = TypedNumber.of(typed).judge(new Decimal(0.5, 3), 0);
        assertThat(judgement.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(judgement.words()).isEqualTo("That cannot be read: type a number such as 0.632.");
        assertThat(judgement.counts()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"63.2 %", "63.2%", "63,2 %", "0.632", "0,632", ".632", ",632", "63.2\u00A0%"})
    void aShareMayBeTypedInPercent(String typed) {
        assertThat(judged(typed, new Share(0.63212), 0)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void aShareAboveOneIsAskedBackAbout() {
        Judgement judgement = TypedNumber.of("63.2").judge(new Share(0.63212), 0.01);
        assertThat(judgement.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(judgement.words()).contains("63.2 % or as 0.632");
    }

    @ParameterizedTest
    @CsvSource({
        "0.866, 0, RIGHT", // as it stands on screen
        "0.86, 0, WRONG",
        "0.8664, 0, WRONG",
        "0.86, 0.01, RIGHT",
        "0.876, 0.01, RIGHT",
        "0.8761, 0.01, WRONG"
    })
    void theToleranceDecides(String typed, double tolerance, Outcome outcome) {
        assertThat(judged(typed, new Decimal(0.866, 3), tolerance)).isEqualTo(outcome);
    }

    @Test
    void whatStandsOnScreenIsRightThoughItIsRounded() {
        assertThat(judged("3.218", new Decimal(3.21751, 3), 0)).isEqualTo(Outcome.RIGHT);
        assertThat(judged("3.217", new Decimal(3.21751, 3), 0)).isEqualTo(Outcome.WRONG);
        assertThat(judged("−0.482", new Decimal(-0.48211, 3), 0)).isEqualTo(Outcome.RIGHT);
        assertThat(judged("-0,482", new Decimal(-0.48211, 3), 0)).isEqualTo(Outcome.RIGHT);
        assertThat(judged("7042", new Id(7042), 0)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void float64DoesNotMakeAnAnswerWrong() {
        assertThat(judged("0.3", new Decimal(0.2, 1), 0.1)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void howManyPercentMayBeAnsweredWithTheSign() {
        assertThat(judged("63.2 %", new Decimal(63.2, 1), 0)).isEqualTo(Outcome.RIGHT);
        assertThat(judged("63.2", new Decimal(63.2, 1), 0)).isEqualTo(Outcome.RIGHT);
        assertThat(judged("0.5 %", new Decimal(0.5, 1), 0)).isEqualTo(Outcome.WRONG);
        assertThat(judged("50 %", new Decimal(0.5, 1), 0)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void aNumberInPlaceOfWordsIsTheLessonsMistake() {
        assertThat(judged("3", new FactValue.Words("many"), 0)).isEqualTo(Outcome.UNCLEAR);
        assertThat(judged("3", new Decimal(Double.NaN, 2), 0)).isEqualTo(Outcome.UNCLEAR);
    }
}
