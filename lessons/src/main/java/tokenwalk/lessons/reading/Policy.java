package tokenwalk.lessons.reading;

import java.util.List;
import java.util.Map;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.Task.Knob;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.sampling.Sampler;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.tensor.Vector;

/**
 * How tokens are appended, as the app's switches and knobs stand.
 *
 * @param drawing whether they are drawn instead of the best taken
 * @param maximum of new tokens
 * @param stopStrings what ends generation
 */
record Policy(boolean drawing, SamplingPolicy sampling, long seed, int maximum, List<String> stopStrings) {
    /** What the app begins with. */
    static final Policy USUAL = new Policy(false, SamplingPolicy.DEFAULT, 42, 10, List.of());

    Policy {
        stopStrings = List.copyOf(stopStrings);
    }

    Policy in(AppState state) {
        AppState.Choosing choosing = state.choosing();
        Policy policy = new Policy(
                choosing.drawing().orElse(drawing),
                sampling,
                seed,
                maximum,
                choosing.stopStrings().orElse(stopStrings));
        for (Map.Entry<Knob, Double> set : state.knobs().entrySet()) {
            policy = policy.with(set.getKey(), set.getValue());
        }
        return policy;
    }

    Policy with(Knob knob, double value) {
        return switch (knob) {
            case TEMPERATURE -> with(sampling.withTemperature(value));
            case TOP_K -> with(sampling.withTopK((int) value));
            case TOP_P -> with(sampling.withTopP(value));
            case SEED -> new Policy(drawing, sampling, (long) value, maximum, stopStrings);
            case MAXIMUM -> new Policy(drawing, sampling, seed, (int) value, stopStrings);
        };
    }

    Policy withDrawing(boolean chosen) {
        return new Policy(chosen, sampling, seed, maximum, stopStrings);
    }

    private Policy with(SamplingPolicy other) {
        return new Policy(drawing, other, seed, maximum, stopStrings);
    }

    /**
     * @param draws how many were made with the seed before
     * @return the id of the token that follows
     */
    int next(Vector logits, int draws) {
        if (!drawing) {
            return logits.indexOfLargest();
        }
        Distribution distribution = Distribution.of(RankedLogits.of(logits), sampling);
        // Each draw takes one random number, whatever it is drawn from.
        return new Sampler(seed).draw(distribution, draws + 1).getLast().tokenId();
    }
}
