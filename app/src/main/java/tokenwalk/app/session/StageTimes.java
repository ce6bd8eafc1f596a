package tokenwalk.app.session;

import java.util.OptionalDouble;
import tokenwalk.runtime.generation.TimedTrace;

/**
 * How long each stage took when a text was read, in milliseconds.
 *
 * @param newTokens how many tokens went through the model; the others were in the key/value cache
 * @param tokenize none where the tokens were known already, as after Step
 */
public record StageTimes(
        int newTokens, OptionalDouble tokenize, double embedding, double blocks, double finalNorm, double unembedding) {

    static StageTimes of(TimedTrace timed, OptionalDouble tokenize) {
        return new StageTimes(
                timed.newTokens(),
                tokenize,
                timed.clock().embedding(),
                timed.clock().blocks(),
                timed.clock().finalNorm(),
                timed.unembedding());
    }
}
