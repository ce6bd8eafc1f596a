package tokenwalk.app.session;

import java.util.List;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;

/**
 * A text that the model has read: everything on screen derives from it.
 *
 * @param generated what was added to the prompt, the end of the trace's tokens
 * @param logits the scores of the next token, ranked
 * @param times how long each stage took
 * @param millis how long the model took
 */
public record Reading(
        LanguageModel model,
        Trace trace,
        List<Generated> generated,
        RankedLogits logits,
        StageTimes times,
        double millis) {
    public Reading {
        generated = List.copyOf(generated);
        if (generated.size() >= trace.length()) {
            throw new IllegalArgumentException("a text begins with a prompt");
        }
    }

    /** @return how many tokens the prompt has */
    public int promptLength() {
        return trace.length() - generated.size();
    }

    public List<Token> prompt() {
        return trace.tokens().subList(0, promptLength());
    }

    /** @return whether the other text begins with the same prompt, read by the same model */
    public boolean samePrompt(Reading other) {
        return other.model == model && other.prompt().equals(prompt());
    }
}
