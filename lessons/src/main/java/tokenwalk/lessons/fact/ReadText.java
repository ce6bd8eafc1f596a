package tokenwalk.lessons.fact;

import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.trace.Trace;

/**
 * What facts are about: a model and a text that it has read.
 *
 * @param promptLength how many of the trace's tokens were the prompt; the others were generated
 */
public record ReadText(LanguageModel model, Trace trace, int promptLength) {
    public ReadText {
        if (promptLength < 1 || promptLength > trace.length()) {
            throw new IllegalArgumentException("a prompt of " + promptLength + " tokens of " + trace.length());
        }
    }
}
