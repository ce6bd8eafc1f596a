package tokenwalk.app.lesson.model;

import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.lessons.lesson.Task.Knob;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** The policy's settings by the names that lessons use. */
final class Knobs {
    private Knobs() {}

    static double get(GenerationModel generation, Knob knob) {
        SamplingPolicy policy = generation.policyProperty().get();
        return switch (knob) {
            case TEMPERATURE -> policy.temperature();
            case TOP_K -> policy.topK();
            case TOP_P -> policy.topP();
            case SEED -> generation.seedProperty().get();
            case MAXIMUM -> generation.maximumProperty().get();
        };
    }

    static void set(GenerationModel generation, Knob knob, double value) {
        SamplingPolicy policy = generation.policyProperty().get();
        switch (knob) {
            case TEMPERATURE -> generation.policyProperty().set(policy.withTemperature(value));
            case TOP_K -> generation.policyProperty().set(policy.withTopK((int) Math.rint(value)));
            case TOP_P -> generation.policyProperty().set(policy.withTopP(value));
            case SEED -> generation.seedProperty().set(Math.round(value));
            case MAXIMUM -> generation.maximumProperty().set((int) Math.rint(value));
        }
    }

    /** @return the knob as it is written beside it on screen */
    static String name(Knob knob) {
        return switch (knob) {
            case TEMPERATURE -> "temperature";
            case TOP_K -> "top-k";
            case TOP_P -> "top-p";
            case SEED -> "seed";
            case MAXIMUM -> "maximum";
        };
    }

    /** @return a value as the knob shows it */
    static String words(Knob knob, double value) {
        return switch (knob) {
            case TEMPERATURE -> String.format("%.1f", value);
            case TOP_K -> value == 0 ? "off" : String.format("%.0f", value);
            case TOP_P -> value == 1 ? "off" : String.format("%.2f", value);
            case SEED, MAXIMUM -> String.format("%.0f", value);
        };
    }
}
