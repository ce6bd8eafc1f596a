package tokenwalk.app.tokens.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Tokenizer;

/**
 * How many tokens a text costs.
 *
 * @param words what a reader calls words: what stands between white space
 * @param characters code points
 * @param split the words of the tokenizer that took several tokens, those with the most first
 */
public record TokensPerWord(int tokens, int words, int characters, int bytes, List<Word> split) {
    public TokensPerWord {
        split = List.copyOf(split);
    }

    public static TokensPerWord of(List<Token> text, Tokenizer tokenizer) {
        String whole = tokenizer.decode(text);
        String stripped = whole.strip();
        return new TokensPerWord(
                text.size(),
                stripped.isEmpty() ? 0 : stripped.split("\\s+").length,
                whole.codePointCount(0, whole.length()),
                whole.getBytes(UTF_8).length,
                Word.of(text, tokenizer).stream()
                        .filter(word -> word.tokenCount() > 1)
                        .sorted(Comparator.comparingInt(Word::tokenCount).reversed())
                        .toList());
    }

    /** @return NaN for a text without words */
    public double perWord() {
        return words == 0 ? Double.NaN : (double) tokens / words;
    }

    public double bytesPerToken() {
        return (double) bytes / tokens;
    }
}
