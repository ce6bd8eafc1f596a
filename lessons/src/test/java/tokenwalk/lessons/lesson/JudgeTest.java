package tokenwalk.lessons.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static tokenwalk.lessons.lesson.Judgement.Outcome.OPEN;
import static tokenwalk.lessons.lesson.Judgement.Outcome.RIGHT;
import static tokenwalk.lessons.lesson.Judgement.Outcome.UNCLEAR;
import static tokenwalk.lessons.lesson.Judgement.Outcome.WRONG;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.lessons.fact.BundledFacts;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.lesson.Judgement.Outcome;
import tokenwalk.lessons.prose.ProseReader;
import tokenwalk.runtime.token.Token;

class JudgeTest {
    private static final LiveFacts FACTS =
            BundledFacts.of("The capital of Germany is Berlin. The capital of France is", 0);

    private static Answer token(String expression) {
        return new Answer.OneToken(Expressions.parse(expression));
    }

    private static Answer number(String expression, double tolerance) {
        return new Answer.Numeric(Expressions.parse(expression), tolerance);
    }

    private static Outcome judged(Answer answer, String given) {
        return Judge.of(answer, FACTS, given).outcome();
    }

    @ParameterizedTest
    @ValueSource(strings = {" Paris", "Paris", "␣Paris", " Paris ", "' Paris'", "'Paris'", "\" Paris\"", "` Paris`"})
    void aTokenMayBeTypedWithOrWithoutItsSpace(String typed) {
        assertThat(judged(token("best_token"), typed)).isEqualTo(RIGHT);
        assertThat(judged(token("' Paris'"), typed)).isEqualTo(RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paris", "Pari", "Paris.", "Berlin", "'Paris", "␣"})
    void anotherTokenIsNotRight(String typed) {
        assertThat(judged(token("best_token"), typed)).isNotEqualTo(RIGHT);
    }

    @Test
    void nothingTypedIsUnclear() {
        assertThat(Judge.of(token("best_token"), FACTS, " ").words()).contains("Type a token, such as Paris");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"' ',␣", "'''',`'`", "'\"',`\"`", "'<|im_end|>',<|im_end|>", "'__',__"})
    void tokensOfSignsAreTypedAsTheyAreShown(String expression, String typed) {
        assertThat(judged(token(expression), typed)).isEqualTo(RIGHT);
    }

    @Test
    void aLineBreakIsTypedByItsSign() {
        assertThat(judged(token("'\n'"), "↵")).isEqualTo(RIGHT);
    }

    @Test
    void aTokenThatIsClickedMustBeTheVeryOne() {
        Optional<FactValue> expected = Judge.expected(token("best_token"), FACTS);
        Token withSpace = vocabulary(" Paris");
        assertThat(Judge.clicked(expected, withSpace).isRight()).isTrue();
        assertThat(Judge.clicked(expected, vocabulary("Paris")).outcome()).isEqualTo(WRONG);
    }

    private static Token vocabulary(String text) {
        return FACTS.text().model().tokenizer().vocabulary().find(text).orElseThrow();
    }

    @Test
    void anExpectedTextThatIsATokenIsShownAsOne() {
        assertThat(Judge.expected(token("' Paris'"), FACTS).orElseThrow().words())
                .isEqualTo("␣Paris");
    }

    @Test
    void expectedNumbersAreComputedFromTheText() {
        assertThat(judged(number("head_looking_most 16 last 11", 0), "4")).isEqualTo(RIGHT);
        assertThat(judged(number("head_looking_most 16 last 11", 0), "5")).isEqualTo(WRONG);
        assertThat(judged(number("best_probability", 0.01), "0.97")).isEqualTo(RIGHT);
        assertThat(judged(number("best_probability", 0), "97.6 %")).isEqualTo(RIGHT);
        assertThat(judged(number("last_level_beyond 1000 best_token", 0), "twenty"))
                .isEqualTo(UNCLEAR);
    }

    @Test
    void aChoiceIsItsNumber() {
        Answer choice = new Answer.Choice(List.of(ProseReader.read("one"), ProseReader.read("two")), 1);
        assertThat(judged(choice, " 2 ")).isEqualTo(RIGHT);
        assertThat(judged(choice, "1")).isEqualTo(WRONG);
        for (String typed : List.of("0", "3", "two", "", "99999999999")) {
            Judgement judgement = Judge.of(choice, FACTS, typed);
            assertThat(judgement.outcome()).isEqualTo(UNCLEAR);
            assertThat(judgement.words()).isEqualTo("Choose one of the answers, 1 to 2.");
        }
    }

    @Test
    void anOpenAnswerIsComparedByTheLearner() {
        assertThat(judged(new Answer.Open(), "because")).isEqualTo(OPEN);
        assertThat(judged(new Answer.Open(), " ")).isEqualTo(UNCLEAR);
    }

    @Test
    void aQuestionWithoutAnAnswerHereSaysWhy() {
        Judgement judgement = Judge.of(number("nth_id 99", 0), FACTS, "3");
        assertThat(judgement.counts()).isFalse();
        assertThat(judgement.words())
                .isEqualTo(
                        "There is no right answer here: nth_id: there is no token 99 here; the text has tokens 1 to 12.");
        assertThat(Judge.of(number("layers", 0), Optional.empty(), "3").outcome())
                .isEqualTo(UNCLEAR);
        assertThat(Judge.clicked(Optional.empty(), vocabulary(" Paris")).outcome())
                .isEqualTo(UNCLEAR);
    }
}
