package tokenwalk.runtime.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vocabulary and merges of a model file, checked while a tokenizer is built from them. The file may be foreign or
 * broken: nothing here grows beyond what was given.
 */
final class TokenizerData {
    private static final int LONGEST_QUOTE = 40;

    private final Vocabulary vocabulary;
    private final Map<String, Token> byPiece;
    private final List<Merge> merges;

    TokenizerData(List<String> pieces, List<TokenKind> kinds, List<String> merges) {
        this.vocabulary = Vocabulary.of(pieces, kinds);
        this.byPiece = HashMap.newHashMap(pieces.size());
        for (Token token : vocabulary.tokens()) {
            Token earlier = byPiece.putIfAbsent(pieces.get(token.id()), token);
            if (earlier != null) {
                throw new IllegalArgumentException("The vocabulary has " + quoted(pieces.get(token.id()))
                        + " twice, as tokens " + earlier.id() + " and " + token.id() + ".");
            }
        }
        this.merges = new ArrayList<>(merges.size());
        Set<String> seen = HashSet.newHashSet(merges.size());
        for (String rule : merges) {
            if (!seen.add(rule)) {
                throw new IllegalArgumentException(mergeName(rule) + " is there twice.");
            }
            this.merges.add(merge(rule));
        }
    }

    Tokenizer tokenizer(PreTokenizer preTokenizer) {
        List<Optional<Token>> byteTokens = new ArrayList<>();
        for (int value = 0; value <= 0xFF; value++) {
            int wanted = value;
            byteTokens.add(Optional.ofNullable(byPiece.get(String.valueOf(ByteAlphabet.character(value))))
                    .filter(token -> token.byteCount() == 1 && token.byteAt(0) == wanted));
        }
        return new Tokenizer(vocabulary, preTokenizer, new BytePairs(byteTokens, merges));
    }

    private Merge merge(String rule) {
        int space = rule.indexOf(' ');
        if (space <= 0 || space == rule.length() - 1 || rule.indexOf(' ', space + 1) >= 0) {
            throw new IllegalArgumentException(mergeName(rule) + " is not two pieces with a space between.");
        }
        String left = rule.substring(0, space);
        String right = rule.substring(space + 1);
        return new Merge(merges.size(), piece(rule, left), piece(rule, right), piece(rule, left.concat(right)));
    }

    private Token piece(String rule, String piece) {
        Token token = byPiece.get(piece);
        if (token == null) {
            throw new IllegalArgumentException(
                    mergeName(rule) + " needs " + quoted(piece) + ", which is not in the vocabulary.");
        }
        return token;
    }

    private String mergeName(String rule) {
        return "Merge " + merges.size() + ", " + quoted(rule) + ",";
    }

    private static String quoted(String text) {
        return "«" + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…") + "»";
    }
}
