package tokenwalk.runtime.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static final List<Tokenizer> BOTH = List.of(GoldenTokenizers.GPT_2, GoldenTokenizers.SMOLLM2);

    @Test
    void idsAreThoseOfTheReferenceForEveryText() {
        List<GoldenTokenizers.Row> rows = GoldenTokenizers.rows();
        assertThat(rows).hasSize(120).allSatisfy(row -> {
            assertThat(ids(GoldenTokenizers.SMOLLM2.encode(row.text()))).isEqualTo(row.smollm2());
            assertThat(ids(GoldenTokenizers.GPT_2.encode(row.text()))).isEqualTo(row.gpt2());
        });
    }

    @Test
    void everyReferenceTextComesBackAsItWas() {
        for (Tokenizer tokenizer : BOTH) {
            assertThat(GoldenTokenizers.rows())
                    .extracting(GoldenTokenizers.Row::text)
                    .allSatisfy(text ->
                            assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text));
        }
    }

    @Test
    void anyWellFormedTextComesBackFromAVocabularyWithAllBytes() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String text = randomText(random, 60);
            assertThat(GoldenTokenizers.GPT_2.decode(GoldenTokenizers.GPT_2.encode(text)))
                    .isEqualTo(text);
        }
    }

    @Test
    void aByteTheVocabularyLacksIsLeftOutAndCanBeAskedFor() {
        Tokenizer smollm2 = GoldenTokenizers.SMOLLM2;
        assertThat(smollm2.canSpell("a\u0004b")).isFalse();
        assertThat(smollm2.decode(smollm2.encode("a\u0004b"))).isEqualTo("ab");
        assertThat(smollm2.canSpell("ab")).isTrue();
        assertThat(GoldenTokenizers.GPT_2.canSpell("a\u0004b")).isTrue();
    }

    @Test
    void aSpecialTokenInTheTextIsItselfUnlessAskedOtherwise() {
        Tokenizer tokenizer = GoldenTokenizers.SMOLLM2;
        assertThat(tokenizer.encode("a<|im_end|>b")).extracting(Token::text).containsExactly("a", "<|im_end|>", "b");
        List<Token> ordinary = tokenizer.encodeOrdinary("a<|im_end|>b");
        assertThat(ordinary).noneMatch(token -> token.kind() == TokenKind.SPECIAL);
        assertThat(tokenizer.decode(ordinary)).isEqualTo("a<|im_end|>b");
    }

    @Test
    void theLongestSpecialTokenWins() {
        Tokenizer tokenizer = Tokenizer.of(
                List.of("<a", "<a>", "<", "a", ">"),
                List.of(TokenKind.SPECIAL, TokenKind.ADDED, TokenKind.NORMAL, TokenKind.NORMAL, TokenKind.NORMAL),
                List.of(),
                PreTokenizer.GPT_2);
        assertThat(ids(tokenizer.encode("<a><a<"))).containsExactly(1, 0, 2);
    }

    @Test
    void playedBackMergesGiveTheSameTokens() {
        Tokenizer tokenizer = GoldenTokenizers.SMOLLM2;
        for (String word : List.of(" tokenization", "aaaaaaa", "東京", "x", "")) {
            WordMerges merges = tokenizer.merges(word);
            assertThat(merges.after(0)).isEqualTo(merges.start());
            assertThat(merges.after(merges.steps().size())).isEqualTo(tokenizer.encodeOrdinary(word));
            for (int step = 0; step < merges.steps().size(); step++) {
                assertThat(merges.after(step))
                        .contains(merges.steps().get(step).merge().left());
                assertThat(tokenizer.decode(merges.after(step))).isEqualTo(word);
            }
        }
    }

    @Test
    void theMergesOfAWordAreTheKnownOnes() {
        WordMerges merges = GoldenTokenizers.GPT_2.merges(" the");
        assertThat(merges.start()).extracting(Token::text).containsExactly(" ", "t", "h", "e");
        assertThat(merges.steps())
                .extracting(step -> step.merge().result().text())
                .containsExactly(" t", "he", " the");
        assertThat(merges.steps()).extracting(MergeStep::at).containsExactly(0, 2, 0);
        assertThat(merges.steps()).extracting(step -> step.merge().rank()).startsWith(0, 2);
    }

    @Test
    void aHundredThousandLettersWithoutASpaceAreQuick() {
        Random random = new Random(1);
        StringBuilder mixed = new StringBuilder();
        random.ints(100_000, 'a', 'z' + 1).forEach(letter -> mixed.append((char) letter));
        for (String text : List.of("a".repeat(100_000), mixed.toString(), " ".repeat(100_000), "7".repeat(100_000))) {
            List<Token> tokens = assertTimeout(Duration.ofSeconds(2), () -> GoldenTokenizers.SMOLLM2.encode(text));
            assertThat(GoldenTokenizers.SMOLLM2.decode(tokens)).isEqualTo(text);
        }
    }

    private static String randomText(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int codePoint = random.nextBoolean() ? random.nextInt(0x250) : random.nextInt(Character.MAX_CODE_POINT + 1);
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }

    private static List<Integer> ids(List<Token> tokens) {
        return tokens.stream().map(Token::id).toList();
    }
}
