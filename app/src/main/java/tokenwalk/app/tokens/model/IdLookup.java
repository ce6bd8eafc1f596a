package tokenwalk.app.tokens.model;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Tokenizer;

/** Ids back to text. */
public sealed interface IdLookup {
    /** All ids are there: their tokens, and the text of all their bytes together. */
    record Found(List<Token> tokens, String text) implements IdLookup {
        public Found {
            tokens = List.copyOf(tokens);
        }
    }

    /** One of them is no id; the message says which and what would be one. */
    record Wrong(String message) implements IdLookup {}

    /** @param ids numbers with spaces or commas between */
    static IdLookup of(String ids, Tokenizer tokenizer) {
        List<Token> tokens = new ArrayList<>();
        int size = tokenizer.vocabulary().size();
        for (String word : ids.strip().split("[\\s,;]+")) {
            if (word.isEmpty()) {
                continue;
            }
            if (!word.matches("\\d{1,9}") || Integer.parseInt(word) >= size) {
                return new Wrong("«%s» is no id. Ids go from 0 to %,d.".formatted(word, size - 1));
            }
            tokens.add(tokenizer.vocabulary().token(Integer.parseInt(word)));
        }
        return new Found(tokens, tokenizer.decode(tokens));
    }
}
