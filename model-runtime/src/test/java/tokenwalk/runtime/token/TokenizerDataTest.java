package tokenwalk.runtime.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerDataTest {
    @Test
    void brokenDataIsRefusedInOneSentence() {
        refused(List.of(), List.of(), "no tokens");
        refused(List.of("a", "b", "a"), List.of(), "«a» twice, as tokens 0 and 2");
        refused(List.of("a", "b"), List.of("a b"), "Merge 0, «a b», needs «ab», which is not in the vocabulary");
        refused(List.of("a", "b", "ab"), List.of("a b", "a b"), "Merge 1, «a b», is there twice");
        refused(List.of("a", "b", "ab"), List.of("ab"), "not two pieces with a space between");
        refused(List.of("a", "b", "ab"), List.of("a b "), "not two pieces with a space between");
        refused(List.of("a", "b", "ab"), List.of(" ab"), "not two pieces with a space between");
    }

    @Test
    void aKindForEveryPieceIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Tokenizer.of(List.of("a", "b"), List.of(TokenKind.NORMAL), List.of(), PreTokenizer.GPT_2))
                .withMessageContaining("2 tokens, but 1 token kinds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenKind.ofGguf(9))
                .withMessageContaining("9");
    }

    @Test
    void aMergeIntoASpecialTokenOfOtherBytesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tokenizer.of(
                        List.of("Ġ", "a", "Ġa"),
                        List.of(TokenKind.NORMAL, TokenKind.NORMAL, TokenKind.SPECIAL),
                        List.of("Ġ a"),
                        PreTokenizer.GPT_2))
                .withMessageContaining("not its two parts");
    }

    @Test
    void aHugeBrokenRuleIsNotQuotedInFull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokenizer(List.of("a"), List.of("x".repeat(1_000_000))))
                .satisfies(thrown ->
                        assertThat(String.valueOf(thrown.getMessage())).hasSizeLessThan(200));
    }

    private static void refused(List<String> pieces, List<String> merges, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokenizer(pieces, merges))
                .withMessageContaining(message);
    }

    private static Tokenizer tokenizer(List<String> pieces, List<String> merges) {
        return Tokenizer.of(pieces, Collections.nCopies(pieces.size(), TokenKind.NORMAL), merges, PreTokenizer.GPT_2);
    }
}
