package tokenwalk.runtime.model;

import java.util.LinkedHashSet;
import java.util.Set;
import tokenwalk.runtime.token.TokenKind;
import tokenwalk.runtime.token.Tokenizer;

/** The tokens by which a model says that it has ended. */
final class Endings {
    /** Tokens that end a text in the families read here, where a model's files name only one of them. */
    private static final Set<String> USUAL = Set.of("<|endoftext|>", "<|im_end|>", "<|eot_id|>", "<|end_of_text|>");

    private Endings() {}

    /** @param named ids that the model's files name */
    static Set<Integer> of(Set<Integer> named, Tokenizer tokenizer) {
        Set<Integer> ids = new LinkedHashSet<>(named);
        USUAL.forEach(text -> tokenizer
                .vocabulary()
                .find(text)
                .filter(token -> token.kind() == TokenKind.SPECIAL)
                .ifPresent(token -> ids.add(token.id())));
        return ids;
    }
}
