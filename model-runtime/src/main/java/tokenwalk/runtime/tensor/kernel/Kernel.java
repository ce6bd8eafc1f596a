package tokenwalk.runtime.tensor.kernel;

import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/** The arithmetic that takes nearly all of the time. Implementations hold no state and may be shared by threads. */
public interface Kernel {

    /** @return the name by which a user chooses it */
    String name();

    /** Puts weights into the order that this kernel reads, which takes as long as reading them a few times. */
    PackedMatrix pack(StoredMatrix stored, Workers workers);

    /** @return about how many bytes so many numbers of a type take when they are packed */
    long packedBytes(TensorType type, long numbers);

    /** @return {@code Σ_i a[aFrom + i] · b[bFrom + i]} for i below length */
    float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

    /** {@code z[i] / (1 + exp(−z[i])) · factors[i]} in place of z[i], for i from {@code from} to below {@code to}. */
    void siluTimes(float[] z, float[] factors, int from, int to);

    /** {@code z/2 · (1 + tanh(√(2/π) (z + 0.044715 z³)))} in place of z, for the numbers from {@code from} to below {@code to}. */
    void geluTanh(float[] z, int from, int to);
}
