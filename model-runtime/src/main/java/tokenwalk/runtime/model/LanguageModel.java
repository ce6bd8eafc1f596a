package tokenwalk.runtime.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tokenwalk.runtime.lens.Lens;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Tokenizer;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.Transformer;

/** A model that is open: immutable, so any thread may use it. */
public final class LanguageModel {
    private final Facts facts;
    private final Tokenizer tokenizer;
    private final Transformer transformer;
    private final Set<Integer> endOfText;
    private final Optional<String> chatTemplate;

    LanguageModel(
            Facts facts,
            Tokenizer tokenizer,
            Transformer transformer,
            Set<Integer> endOfText,
            Optional<String> chatTemplate) {
        this.facts = facts;
        this.tokenizer = tokenizer;
        this.transformer = transformer;
        this.endOfText = Set.copyOf(endOfText);
        this.chatTemplate = chatTemplate;
    }

    public Facts facts() {
        return facts;
    }

    public ModelShape shape() {
        return transformer.shape();
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    public Transformer transformer() {
        return transformer;
    }

    public Lens lens() {
        return new Lens(transformer.unembedding());
    }

    /** @return ids of the tokens by which the model says that it has ended */
    public Set<Integer> endOfText() {
        return endOfText;
    }

    /** @return the template that turns a conversation into a prompt, as written in the file; none for a base model */
    public Optional<String> chatTemplate() {
        return chatTemplate;
    }

    public Token token(int id) {
        return tokenizer.vocabulary().token(id);
    }

    /**
     * @return the tokens of a text, checked to be usable as a prompt
     * @throws IllegalArgumentException if the text is empty or longer than the context; the message says how to mend it
     */
    public List<Token> encodePrompt(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The prompt is empty. Type at least one word.");
        }
        List<Token> tokens = tokenizer.encode(text);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("The model has no token for this prompt. Type another text.");
        }
        int most = shape().contextLength();
        if (tokens.size() > most) {
            throw new IllegalArgumentException(
                    "The prompt has %,d tokens, but the model's context holds %,d. Shorten it."
                            .formatted(tokens.size(), most));
        }
        return tokens;
    }
}
