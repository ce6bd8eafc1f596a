package tokenwalk.runtime.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tokens of a model, by id. Immutable. */
public final class Vocabulary {
    private final List<Token> tokens;
    private final List<Token> specials;
    private final Map<String, Token> byText;

    private Vocabulary(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
        this.specials = this.tokens.stream()
                .filter(token -> token.kind() == TokenKind.SPECIAL)
                .toList();
        this.byText = HashMap.newHashMap(tokens.size());
        for (Token token : this.tokens) {
            if (token.isWholeText()) {
                byText.putIfAbsent(token.text(), token);
            }
        }
    }

    /**
     * A vocabulary out of the pieces of a model file; a piece's place is its id.
     *
     * @param pieces in GPT-2's printable byte alphabet; special and added tokens as their literal text
     * @param kinds one for each piece
     * @throws IllegalArgumentException if there are no pieces or the two lists differ in size
     */
    static Vocabulary of(List<String> pieces, List<TokenKind> kinds) {
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("The vocabulary has no tokens.");
        }
        if (pieces.size() != kinds.size()) {
            throw new IllegalArgumentException(
                    "The vocabulary has " + pieces.size() + " tokens, but " + kinds.size() + " token kinds are given.");
        }
        List<Token> tokens = new ArrayList<>(pieces.size());
        for (int id = 0; id < pieces.size(); id++) {
            TokenKind kind = kinds.get(id);
            String piece = pieces.get(id);
            tokens.add(kind.isLiteral() ? Token.of(id, kind, piece) : Token.of(id, kind, ByteAlphabet.bytes(piece)));
        }
        return new Vocabulary(tokens);
    }

    public int size() {
        return tokens.size();
    }

    /** @throws IllegalArgumentException if no token has this id */
    public Token token(int id) {
        if (id < 0 || id >= tokens.size()) {
            throw new IllegalArgumentException("There is no token " + id + ": the vocabulary has " + tokens.size()
                    + " tokens, 0 to " + (tokens.size() - 1) + ".");
        }
        return tokens.get(id);
    }

    /** @return the token with exactly this text, leading space included; the lowest id where several have it */
    public Optional<Token> find(String text) {
        return Optional.ofNullable(byText.get(text));
    }

    /** @return the special tokens, by rising id */
    public List<Token> specials() {
        return specials;
    }

    /** @return all tokens, by rising id */
    public List<Token> tokens() {
        return tokens;
    }
}
