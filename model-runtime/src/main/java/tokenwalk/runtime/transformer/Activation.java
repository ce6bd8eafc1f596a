package tokenwalk.runtime.transformer;

import org.apache.commons.numbers.gamma.Erf;
import tokenwalk.runtime.tensor.kernel.Kernel;

/** How strongly a neuron fires for what it is fed. */
public enum Activation {
    /** {@code z · Φ(z)}, Φ the normal distribution; Hendrycks &amp; Gimpel 2016, «Gaussian Error Linear Units». */
    GELU {
        @Override
        double of(double z) {
            return 0.5 * z * (1 + Erf.value(z / Math.sqrt(2)));
        }
    },
    /** The same paper's approximation, {@code z/2 · (1 + tanh(√(2/π) (z + 0.044715 z³)))}: GPT-2's. */
    GELU_TANH {
        @Override
        double of(double z) {
            return 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
        }

        @Override
        void apply(float[] z, int from, int to, Kernel kernel) {
            kernel.geluTanh(z, from, to);
        }
    },
    /** {@code z / (1 + e⁻ᶻ)}. */
    SILU {
        @Override
        double of(double z) {
            return z / (1 + Math.exp(-z));
        }
    },
    /** {@code max(0, z)}. */
    RELU {
        @Override
        double of(double z) {
            return Math.max(0, z);
        }
    };

    abstract double of(double z);

    /** {@link #of} in place of the numbers from {@code from} to below {@code to}. */
    void apply(float[] z, int from, int to, Kernel kernel) {
        for (int i = from; i < to; i++) {
            z[i] = (float) of(z[i]);
        }
    }
}
