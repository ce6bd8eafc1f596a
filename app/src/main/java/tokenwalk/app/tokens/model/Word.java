package tokenwalk.app.tokens.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.TokenKind;
import tokenwalk.runtime.token.Tokenizer;

/**
 * A piece of text that no merge reaches beyond, or a token that is written as it is.
 *
 * @param text leading space included
 * @param position of its first token in the text
 * @param tokenCount how many tokens of the text begin in it
 * @param whole whether it was never cut: a special token
 */
public record Word(String text, int position, int tokenCount, boolean whole) {

    public boolean holds(int token) {
        return token >= position && token < position + tokenCount;
    }

    /** @return the words of a text of tokens, as the tokenizer's own rule cuts it */
    public static List<Word> of(List<Token> tokens, Tokenizer tokenizer) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            boolean literal = at < tokens.size() && isLiteral(tokens.get(at));
            if (at == tokens.size() || literal) {
                cut(tokens.subList(from, at), from, tokenizer, words);
                from = at + 1;
            }
            if (literal) {
                words.add(new Word(tokens.get(at).text(), at, 1, true));
            }
        }
        return words;
    }

    private static boolean isLiteral(Token token) {
        return token.kind() == TokenKind.SPECIAL || token.kind() == TokenKind.ADDED;
    }

    private static void cut(List<Token> run, int firstPosition, Tokenizer tokenizer, List<Word> target) {
        int token = 0;
        int tokenEnd = 0;
        int wordEnd = 0;
        for (String text : tokenizer.preTokenizer().split(tokenizer.decode(run))) {
            wordEnd += text.getBytes(UTF_8).length;
            int first = token;
            while (token < run.size() && tokenEnd < wordEnd) {
                tokenEnd += run.get(token).byteCount();
                token++;
            }
            target.add(new Word(text, firstPosition + first, token - first, false));
        }
    }
}
