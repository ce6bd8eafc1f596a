package tokenwalk.lessons;

import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.TokenKind;

/**
 * A text worth showing, and where to look.
 *
 * @param title what it is about, in a few words
 * @param text the prompt
 * @param layer a layer, counted from 0, in which something can be seen
 * @param head a head of that layer
 * @param look what the last token does there
 * @param chat whether it is written with the special tokens of a chat
 */
public record Sentence(String title, String text, int layer, int head, Look look, boolean chat) {

    /**
     * What the last token of the sentence looks at most, the first token left aside.
     *
     * @param at the text of that token
     * @param share of its attention that goes there, measured on the bundled model
     */
    public record Look(String at, double share) {
        public Look {
            if (at.isEmpty() || !(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("a look needs a token and a share above 0, at most 1");
            }
        }
    }

    /** @return whether a model reads it as it is meant; one that lacks the tokens of that chat spells them out */
    public boolean suits(LanguageModel model) {
        return !chat || model.tokenizer().encode(text).getFirst().kind() == TokenKind.SPECIAL;
    }

    public Sentence {
        if (title.isBlank() || text.isEmpty() || layer < 0 || head < 0) {
            throw new IllegalArgumentException("a sentence needs a title, a text, a layer and a head");
        }
    }
}
