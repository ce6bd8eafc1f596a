package tokenwalk.runtime.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreTokenizerTest {
    @Test
    void gpt2KeepsALeadingSpaceWithTheWord() {
        assertThat(PreTokenizer.GPT_2.split("I'll pay  12½ euros!?\n\n x"))
                .containsExactly("I", "'ll", " pay", " ", " 12½", " euros", "!?", "\n\n", " x");
    }

    @Test
    void smollmSetsEveryDigitApart() {
        assertThat(PreTokenizer.SMOLLM.split("in 2024 Ⅷ")).containsExactly("in", " ", "2", "0", "2", "4", " ", "Ⅷ");
    }

    @Test
    void llama3TakesDigitsByThreesAndLineEndsWithSigns() {
        assertThat(PreTokenizer.LLAMA_BPE.split("WE'LL (see) 12345;\n\n  x"))
                .containsExactly("WE", "'LL", " (", "see", ")", " ", "123", "45", ";\n\n", " ", " x");
    }

    @Test
    void qwen2SetsEveryDigitApart() {
        assertThat(PreTokenizer.QWEN2.split(" 12\n\tx")).containsExactly(" ", "1", "2", "\n", "\tx");
    }

    @Test
    void theDefaultSetsPunctuationApartAndDigitsByThrees() {
        assertThat(PreTokenizer.DEFAULT.split("a, b 12345")).containsExactly("a", ",", " b", " ", "123", "45");
    }

    @Test
    void whiteSpaceLettersAndDigitsAreUnicodes() {
        assertThat(PreTokenizer.GPT_2.split("\u00a0\u3000x\u0085é𝒳٣²"))
                .containsExactly("\u00a0", "\u3000", "x", "\u0085", "é𝒳", "٣²");
        assertThat(PreTokenizer.GPT_2.split("a\u200bb")).containsExactly("a", "\u200b", "b");
    }

    @ParameterizedTest
    @EnumSource
    void longTextNeitherOverflowsTheStackNorLosesACharacter(PreTokenizer preTokenizer) {
        for (String unit : List.of("a", " ", "5", "-", "\n", " \n", "😀", "'", "é ")) {
            String text = unit.repeat(200_000);
            assertThat(String.join("", preTokenizer.split(text))).isEqualTo(text);
        }
        assertThat(preTokenizer.split("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(PreTokenizer preTokenizer) {
        assertThat(PreTokenizer.named(preTokenizer.label())).isEqualTo(preTokenizer);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreTokenizer.named("tekken"))
                .withMessage("The pre-tokenizer «tekken» is not known; known are gpt-2, smollm, llama-bpe, qwen2,"
                        + " default.");
    }
}
