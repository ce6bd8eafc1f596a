package tokenwalk.lessons.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tokenwalk.lessons.fact.BundledFacts;
import tokenwalk.lessons.fact.LiveFacts;

class ProseWithFactsTest {
    private static final LiveFacts FACTS =
            BundledFacts.of("The capital of Germany is Berlin. The capital of France is", 0);

    private static String shown(String markdown) {
        return ProseReader.read(markdown).with(FACTS).plainText();
    }

    @Test
    void valuesStandWhereFactsWereAsked() {
        assertThat(shown("**{{best_token}}** gets *{{best_probability}}*.\n\n- of {{vocabulary}} tokens"))
                .isEqualTo("␣Paris gets 97.6 %.\n• of 49,152 tokens");
    }

    @Test
    void linksKeepTheirTargetAndGetTheirValues() {
        Prose prose = ProseReader.read("[level {{last_level}}](<target:level last_level>)")
                .with(FACTS);
        assertThat(prose.plainText()).isEqualTo("level 30");
        assertThat(prose.expressions()).isEmpty();
        assertThat(prose.inlines().findFirst().orElseThrow()).isInstanceOf(Inline.Pointer.class);
    }

    @Test
    void aTokenOfMarkdownSignsComesOutAsItIs() {
        assertThat(shown("{{token_list 'a * b _ <c> **'}} and **{{nth_token 1}}**"))
                .isEqualTo("a ␣* ␣b ␣_ ␣< c > ␣** and The");
    }

    @Test
    void aFactWithoutValueSaysWhyInItsPlaceAndTheOthersStand() {
        assertThat(shown("At {{nth_token 99}} of {{token_count}}"))
                .isEqualTo("At (no value: nth_token: there is no token 99 here; the text has tokens 1 to 12.) of 12");
    }
}
