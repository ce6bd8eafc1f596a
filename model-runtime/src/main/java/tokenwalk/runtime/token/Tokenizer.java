package tokenwalk.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Byte-level BPE: text to tokens and back. Immutable, so any thread may use it.
 *
 * <p>Decoding what was encoded gives the same text, for all well-formed text that {@link #canSpell} says yes to. Some
 * vocabularies lack a few bytes (SmolLM2's has no U+0004, for one); as in Hugging Face's tokenizers, such a byte is left
 * out. An unpaired surrogate is read as a question mark.
 */
public final class Tokenizer {
    private final Vocabulary vocabulary;
    private final PreTokenizer preTokenizer;
    private final Literals literals;
    private final BytePairs bytePairs;

    Tokenizer(Vocabulary vocabulary, PreTokenizer preTokenizer, BytePairs bytePairs) {
        this.vocabulary = vocabulary;
        this.preTokenizer = preTokenizer;
        this.literals = new Literals(vocabulary.tokens());
        this.bytePairs = bytePairs;
    }

    /**
     * A tokenizer out of what a model file holds.
     *
     * @param pieces all tokens by id, in GPT-2's printable byte alphabet ({@code Ġ} is a space); special and added ones
     *     as their literal text
     * @param kinds one for each piece
     * @param merges by rank: two pieces with a space between
     * @throws IllegalArgumentException with one sentence that says what is wrong: no pieces, sizes that differ, a piece
     *     or a merge given twice, a merge of pieces that are not in the vocabulary
     */
    public static Tokenizer of(
            List<String> pieces, List<TokenKind> kinds, List<String> merges, PreTokenizer preTokenizer) {
        return new TokenizerData(pieces, kinds, merges).tokenizer(preTokenizer);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public PreTokenizer preTokenizer() {
        return preTokenizer;
    }

    /** @return the tokens of a text; a special or added token written in it becomes itself, the longest that fits */
    public List<Token> encode(String text) {
        List<Token> tokens = new ArrayList<>();
        int ordinary = 0;
        int at = 0;
        while (at < text.length()) {
            Token literal = literals.at(text, at);
            if (literal == null) {
                at++;
            } else {
                encodeOrdinary(text.substring(ordinary, at), tokens);
                tokens.add(literal);
                at += literal.text().length();
                ordinary = at;
            }
        }
        encodeOrdinary(text.substring(ordinary), tokens);
        return List.copyOf(tokens);
    }

    /** @return the tokens of a text in which special tokens are plain text, as in what a user types in a chat */
    public List<Token> encodeOrdinary(String text) {
        List<Token> tokens = new ArrayList<>();
        encodeOrdinary(text, tokens);
        return List.copyOf(tokens);
    }

    private void encodeOrdinary(String text, List<Token> target) {
        for (String word : preTokenizer.split(text)) {
            target.addAll(bytePairs.merge(bytePairs.spell(word), step -> {}));
        }
    }

    /**
     * The merges that make a word's tokens, to be played back.
     *
     * @param word taken as one word, not split further; the words of a text come from {@link PreTokenizer#split}
     */
    public WordMerges merges(String word) {
        List<Token> start = bytePairs.spell(word);
        List<MergeStep> steps = new ArrayList<>();
        bytePairs.merge(start, steps::add);
        return new WordMerges(start, steps);
    }

    /** @return the text of all tokens' bytes together, special tokens as their literals; U+FFFD for malformed bytes */
    public String decode(List<Token> tokens) {
        byte[] bytes = new byte[tokens.stream().mapToInt(Token::byteCount).sum()];
        int at = 0;
        for (Token token : tokens) {
            token.copyTo(bytes, at);
            at += token.byteCount();
        }
        return new String(bytes, UTF_8);
    }

    /** @return whether the vocabulary has every byte of the text, so that encoding it loses nothing */
    public boolean canSpell(String text) {
        return bytePairs.canSpell(text);
    }
}
