package tokenwalk.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.TokenKind;

class GeneratedTextTest {
    private static final Token END = Token.of(2, TokenKind.SPECIAL, "<|im_end|>");

    @Test
    void endOfTextStopsAndIsNotPartOfTheText() {
        GeneratedText text = text(List.of(), 10, 100);
        assertThat(text.push(token("Paris")).text()).isEqualTo("Paris");
        GeneratedText.Addition last = text.push(END);
        assertThat(last.text()).isEmpty();
        assertThat(last.stop()).contains(new StopReason.EndOfText(END));
        assertThat(text.newTokens()).isEqualTo(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> text.push(token("x")))
                .withMessageContaining("end-of-text token <|im_end|>");
    }

    @Test
    void aStopStringMaySpreadOverTokens() {
        GeneratedText text = text(List.of("\n\nUser:"), 10, 100);
        assertThat(text.push(token("Hi\n")).text()).isEqualTo("Hi");
        assertThat(text.push(token("\nUs")).text()).isEmpty();
        GeneratedText.Addition last = text.push(token("er: what"));
        assertThat(last.text()).isEmpty();
        assertThat(last.stop()).contains(new StopReason.StopString("\n\nUser:"));
        assertThat(text.finish()).isEmpty();
    }

    @Test
    void textHeldBackForAStopStringIsGivenOutWhenItDoesNotCome() {
        GeneratedText text = text(List.of("aab"), 10, 100);
        assertThat(text.push(token("xa")).text()).isEqualTo("x");
        assertThat(text.push(token("a")).text()).isEmpty();
        assertThat(text.push(token("a")).text()).isEqualTo("a");
        assertThat(text.push(token("c")).text()).isEqualTo("aac");
    }

    @Test
    void theStopStringThatBeginsFirstEndsTheText() {
        GeneratedText text = text(List.of("cd", "bcde"), 10, 100);
        GeneratedText.Addition only = text.push(token("abcde"));
        assertThat(only.text()).isEqualTo("a");
        assertThat(only.stop()).contains(new StopReason.StopString("bcde"));
    }

    @Test
    void heldBackTextIsGivenOutAtAnyOtherStop() {
        GeneratedText byMaximum = text(List.of("END"), 1, 100);
        assertThat(byMaximum.push(token("xEN")).text()).isEqualTo("xEN");
        GeneratedText byEnd = text(List.of("END"), 9, 100);
        assertThat(byEnd.push(token("xEN")).text()).isEqualTo("x");
        assertThat(byEnd.push(END).text()).isEqualTo("EN");
    }

    @Test
    void aCharacterOverSeveralTokensAppearsWhole() {
        byte[] smile = "🙂".getBytes(StandardCharsets.UTF_8);
        GeneratedText text = text(List.of(), 10, 100);
        assertThat(text.push(Token.of(7, TokenKind.NORMAL, Arrays.copyOf(smile, 3)))
                        .text())
                .isEmpty();
        assertThat(text.push(Token.of(8, TokenKind.NORMAL, Arrays.copyOfRange(smile, 3, 4)))
                        .text())
                .isEqualTo("🙂");
        text.push(Token.of(7, TokenKind.NORMAL, Arrays.copyOf(smile, 3)));
        assertThat(text.finish()).isEqualTo("\uFFFD");
    }

    @Test
    void maximumAndContextStopAndTheOrderIsFixed() {
        assertThat(text(List.of(), 1, 100).push(token("a")).stop()).contains(new StopReason.Maximum(1));
        assertThat(text(List.of(), 5, 4).push(token("a")).stop()).contains(new StopReason.ContextFull(4));
        assertThat(text(List.of(), 1, 4).push(token("a")).stop()).contains(new StopReason.Maximum(1));
        assertThat(text(List.of("a"), 1, 4).push(token("a")).stop()).contains(new StopReason.StopString("a"));
        assertThat(text(List.of("<"), 1, 4).push(END).stop()).contains(new StopReason.EndOfText(END));
    }

    @Test
    void aTextMayBeOverBeforeItBegins() {
        assertThat(text(List.of(), 0, 100).stopped()).contains(new StopReason.Maximum(0));
        assertThat(text(List.of(), 5, 3).stopped()).contains(new StopReason.ContextFull(3));
        assertThat(text(List.of(), 5, 4).stopped()).isEmpty();
    }

    @Test
    void reasonsArePlainSentences() {
        assertThat(new StopReason.EndOfText(END).sentence())
                .isEqualTo("Stopped: the model chose the end-of-text token <|im_end|>.");
        assertThat(new StopReason.StopString("\n\n").sentence())
                .isEqualTo("Stopped: the text reached the stop string «\\n\\n».");
        assertThat(new StopReason.Maximum(10).sentence())
                .isEqualTo("Stopped: the maximum of 10 new tokens is reached.");
        assertThat(new StopReason.ContextFull(8192).sentence())
                .isEqualTo("Stopped: the model's context of 8192 tokens is full.");
    }

    @Test
    void rulesAndPromptsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StopRules(Set.of(), List.of(""), 1, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new StopRules(Set.of(), List.of(), -1, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new StopRules(Set.of(), List.of(), 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratedText(new StopRules(Set.of(), List.of(), 1, 9), 10))
                .withMessage("The prompt has 10 tokens, but the model holds 9; shorten it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratedText(new StopRules(Set.of(), List.of(), 1, 9), 0));
    }

    private static GeneratedText text(List<String> stopStrings, int maximum, int contextLength) {
        return new GeneratedText(new StopRules(Set.of(END.id()), stopStrings, maximum, contextLength), 3);
    }

    private static Token token(String text) {
        return Token.of(100, TokenKind.NORMAL, text);
    }
}
