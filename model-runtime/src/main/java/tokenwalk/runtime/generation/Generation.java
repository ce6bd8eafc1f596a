package tokenwalk.runtime.generation;

import java.util.List;
import tokenwalk.runtime.token.Token;

/**
 * What the model wrote after a prompt.
 *
 * @param tokens all new tokens, in order; one that ended the text is the last of them
 * @param text the new text, without the end-of-text token and without the stop string
 */
public record Generation(List<Token> tokens, String text, StopReason stop) {
    public Generation {
        tokens = List.copyOf(tokens);
    }
}
