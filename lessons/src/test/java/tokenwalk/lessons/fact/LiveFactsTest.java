package tokenwalk.lessons.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveFactsTest {
    private static final LiveFacts FACTS = BundledFacts.of(Reference.TEXT, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token_at_level 31|token_at_level: there is no level 31 here; the model has levels 0 to 30.",
                "attention 30 0 1 1|attention: there is no layer 30 here; the model has layers 0 to 29.",
                "attention 0 9 1 1|attention: there is no head 9 here; a layer has heads 0 to 8.",
                "nth_token 13|nth_token: there is no token 13 here; the text has tokens 1 to 12.",
                "nth_token (minus last 12)|there is no token 0 here",
                "nth_token (divided last 5)|takes a whole number for POS, not 2.4",
                "nth_best 49153|ranks go from 1 to 49,152",
                "rank_of 'Zugspitze'|is 5 tokens of this model",
                "rank_of ''|is 0 tokens of this model",
                "token_with_id 49152|ids are whole numbers, 0 to 49151",
                "token_with_id 1.5|ids are whole numbers",
                "position_of ' Paris'|stands in this text nowhere",
                "position_of ' capital' 3|2 times only",
                "head_looking_most 3 5 6|token 6 comes after token 5, which cannot see it",
                "query_times_key 3 4 5 6|token 6 comes after token 5, which cannot see it",
                "most_looked_at 3 4 1|the first token sees only itself",
                "attention_without_first 3 4 5 1|the first token is the one left out",
                "loss 1|the first token is not guessed",
                "first_level_leading ' Berlin'|no level does; the token comes nearest at level",
                "level_leading_from ' capital'|it does not rank 1 at the last level",
                "last_level_beyond 49152 ' Paris'|ranks that well at every level",
                "first_level_apart 2 2 0.5|the cosine is 0.5 or more at every level",
                "best_probability_at -1|temperature is -1.0; it must be 0",
                "kept_by_top_p 0|Top-p is 0.0; it must be above 0",
                "divided 1 (minus 2 2)|something is divided by zero",
                "ln 0|that is no number",
                "rounded 10 1|decimals go from 0 to 9",
                "steps_until '' 10|at least one character"
            })
    void whereThereIsNoValueOneLineSaysWhy(String expression, String message) {
        assertThatThrownBy(() -> FACTS.value(Expressions.parse(expression)))
                .isInstanceOf(FactException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
        assertThat(FACTS.find(Expressions.parse(expression))).isEmpty();
    }

    @Test
    void aTextOfOneTokenHasNoLosses() {
        LiveFacts one = BundledFacts.of("The", 0);
        assertThatThrownBy(() -> one.value(Expressions.parse("mean_loss"))).hasMessageContaining("at least two words");
        assertThat(one.value(Expressions.parse("average_first_token_share")).words())
                .isEqualTo("100.0 %");
    }

    @Test
    void promptAndGeneratedTextAreToldApart() {
        LiveFacts longer = BundledFacts.of(Reference.TEXT + " Paris.", 2);
        assertThat(longer.value(Expressions.parse("prompt")).words()).isEqualTo(Reference.TEXT);
        assertThat(longer.value(Expressions.parse("generated_text")).words()).isEqualTo(" Paris.");
        assertThat(longer.value(Expressions.parse("generated_count")).words()).isEqualTo("2");
        assertThat(longer.value(Expressions.parse("token_count")).words()).isEqualTo("14");
    }

    @Test
    void aValueIsComputedOnce() {
        Expression expression = Expressions.parse("token_at_level 28");
        assertThat(FACTS.value(expression)).isSameAs(FACTS.value(Expressions.parse("token_at_level 28")));
    }

    @Test
    void numbersAndTextsStandForThemselves() {
        assertThat(FACTS.value(Expressions.parse("1234567")).words()).isEqualTo("1,234,567");
        assertThat(FACTS.value(Expressions.parse("0.632")).words()).isEqualTo("0.632");
        assertThat(FACTS.value(Expressions.parse("0.00001"))).isEqualTo(new FactValue.Decimal(0.00001, 6));
        assertThat(FACTS.value(Expressions.parse("' Paris'")).words()).isEqualTo(" Paris");
    }
}
