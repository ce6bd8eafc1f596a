package tokenwalk.lessons.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tokenwalk.lessons.fact.Expression.Call;
import tokenwalk.lessons.fact.Expression.NumberLiteral;
import tokenwalk.lessons.fact.Expression.TextLiteral;

class ExpressionsTest {
    private static Call call(String fact, Expression... arguments) {
        return new Call(FactCatalogue.named(fact).orElseThrow(), List.of(arguments));
    }

    @Test
    void anExpressionIsAFactWithArguments() {
        assertThat(Expressions.parse("layers")).isEqualTo(call("layers"));
        assertThat(Expressions.parse(" nth_token  last ")).isEqualTo(call("nth_token", call("last")));
        assertThat(Expressions.parse("probability_at 0.5 (nth_best 2)"))
                .isEqualTo(call("probability_at", new NumberLiteral(0.5), call("nth_best", new NumberLiteral(2))));
        assertThat(Expressions.parse("(((layers)))")).isEqualTo(call("layers"));
    }

    @Test
    void aNumberOrATextMayStandAlone() {
        assertThat(Expressions.parse("12")).isEqualTo(new NumberLiteral(12));
        assertThat(Expressions.parse("-.5")).isEqualTo(new NumberLiteral(-0.5));
        assertThat(Expressions.parse("' Paris'")).isEqualTo(new TextLiteral(" Paris"));
    }

    @Test
    void twoQuotesInsideATextAreOne() {
        assertThat(Expressions.parse("'''s'")).isEqualTo(new TextLiteral("'s"));
        assertThat(Expressions.parse("''")).isEqualTo(new TextLiteral(""));
        assertThat(Expressions.parse("rank_of ')('")).isEqualTo(call("rank_of", new TextLiteral(")(")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lyers|There is no fact «lyers» (in {{lyers}}, character 1). Did you mean «layers»?",
                "nth_token lst|character 11). Did you mean «last»?",
                "xyzzy|There is no fact «xyzzy» (in {{xyzzy}}, character 1).",
                "rank_of|«rank_of» takes 1 argument (rank_of TOKEN)",
                "rank_of ' a' ' b'|«rank_of» takes 1 argument (rank_of TOKEN), not more (in",
                "probability_at 1|«probability_at» takes 2 arguments (probability_at T TOKEN)",
                "position_of|«position_of» takes 1 or 2 arguments (position_of TOKEN [N])",
                "layers 3|«layers» takes no arguments, not more",
                "rank_of nth_best|«nth_best» takes 1 argument (nth_best N); as an argument it stands in parentheses",
                "rank_of 28|«rank_of» takes a token, such as ' Paris' or best_token for TOKEN, not 28",
                "rank_of layers|«rank_of» takes a token, such as ' Paris' or best_token for TOKEN, not layers",
                "nth_token ' a'|«nth_token» takes a position, counted from 1, or last for POS, not ' a'",
                "nth_token best_token|not best_token",
                "nth_token 0|«nth_token» takes a position, counted from 1, or last for POS, not 0 (in {{nth_token 0}}, character 11)",
                "nth_token 1.5|not 1.5",
                "key_value_head -1|a head, counted from 0 for HEAD, not -1",
                "rank_of ' Paris|A quote is not closed",
                "rank_of (nth_best 2|A parenthesis is not closed: add «)» (in {{rank_of (nth_best 2}}, character 9)",
                "layers)|A «)» closes nothing",
                "rank_of )|«rank_of» takes 1 argument",
                "rank_of ()|Nothing is asked",
                "12 heads|A fact's name comes first",
                "rank_of ‘ Paris’|straight single quotes",
                "rank_of \" Paris\"|straight single quotes",
                "nth_token 3x|«3x» is neither a number",
                "nth_token 1,000|«1,000» is neither a number",
                "nth_token +|«+» is neither a number",
                "é|«é» is no name of a fact"
            })
    void mistakesAreToldWithPlaceAndMend(String text, String message) {
        assertThatThrownBy(() -> Expressions.parse(text))
                .isInstanceOf(FactException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void nothingIsNoExpression() {
        assertThatThrownBy(() -> Expressions.parse("  "))
                .hasMessage("Nothing is asked. Write a fact, such as best_token.");
    }

    @Test
    void theFactsOfTheDocumentationAreAllThereAre() {
        assertThat(FactCatalogue.topics())
                .flatMap(FactCatalogue.Topic::facts)
                .containsExactlyElementsOf(FactCatalogue.all());
        assertThat(FactCatalogue.markdown()).contains("| `position_of TOKEN [N]` | where a token stands");
        for (Fact fact : FactCatalogue.all()) {
            assertThat(fact.name()).matches("[a-z][a-z0-9_]*");
            assertThat(fact.meaning()).isNotBlank().doesNotContain("|").doesNotEndWith(".");
            assertThat(fact.parameters().stream().map(Parameter::optional).toList())
                    .as("only the last argument of %s may be left out", fact)
                    .doesNotContainSubsequence(true, false);
        }
    }
}
