package tokenwalk.app.provenance;

import java.util.List;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.runtime.transformer.Activation;
import tokenwalk.runtime.transformer.MlpForm;
import tokenwalk.runtime.transformer.NormKind;

/** The formulas of the parts in which the families of models differ. */
public final class FamilyFormulas {
    private static final String RUNTIME = "tokenwalk.runtime.transformer.";

    private FamilyFormulas() {}

    /** @return how a norm makes y of a vector */
    public static String norm(NormKind kind, String vector) {
        return switch (kind) {
            case RMS_NORM -> "%1$s / √(mean(%1$s²) + ε) ⊙ scale".formatted(vector);
            case LAYER_NORM -> "(%1$s − mean(%1$s)) / √(var(%1$s) + ε) ⊙ scale + bias".formatted(vector);
        };
    }

    /** @return what a norm multiplies a vector with, before its learnt scale */
    public static String factor(NormKind kind, String vector) {
        return switch (kind) {
            case RMS_NORM -> "factor = 1 / √(mean(" + vector + "²) + ε)";
            case LAYER_NORM -> "factor = 1 / √(var(" + vector + ") + ε)";
        };
    }

    /** @return with what a part of the stream is multiplied to find what it adds to a token's logit */
    public static String direction(NormKind kind, String token) {
        String scaled = "scale ⊙ row(" + token + ")";
        return switch (kind) {
            case RMS_NORM -> "direction = factor · " + scaled;
            case LAYER_NORM -> "direction = factor · (" + scaled + " − its mean)";
        };
    }

    /** @return how a neuron comes to its activation from the normed vector x, line by line */
    public static List<String> neuron(MlpForm form) {
        String name = name(form.activation());
        return List.of(
                form.gated()
                        ? "activation = " + name + "(gate row · x) · (up row · x)"
                        : "activation = " + name + "(up row · x + bias)",
                name + "(z) = " + formula(form.activation()));
    }

    /** @return the runtime's method that computes it */
    public static SourceOf source(MlpForm form) {
        return new SourceOf(RUNTIME + (form.gated() ? "GatedMlp" : "PlainMlp"), "apply");
    }

    private static String name(Activation activation) {
        return switch (activation) {
            case GELU, GELU_TANH -> "gelu";
            case SILU -> "silu";
            case RELU -> "relu";
        };
    }

    private static String formula(Activation activation) {
        return switch (activation) {
            case GELU -> "z · Φ(z), Φ the normal distribution";
            case GELU_TANH -> "z/2 · (1 + tanh(√(2/π) (z + 0.044715 z³)))";
            case SILU -> "z / (1 + e⁻ᶻ)";
            case RELU -> "max(0, z)";
        };
    }
}
