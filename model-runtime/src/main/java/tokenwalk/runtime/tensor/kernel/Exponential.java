package tokenwalk.runtime.tensor.kernel;

import static tokenwalk.runtime.tensor.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** eˣ lane by lane, with a relative error below 3e-7. */
final class Exponential {
    // Beyond these the result would not be a normal number.
    private static final float LOWEST = -87.3f;
    private static final float HIGHEST = 88.3f;

    private static final float LOG2_E = 1.44269504f;
    // ln 2 in two parts: the first has so few digits that n · LN2_HIGH is exact.
    private static final float LN2_HIGH = 0x1.62ep-1f;
    private static final float LN2_LOW = 0x1.0bfbe8p-15f;
    /** Added to a small number it leaves no fraction: the last bits of the sum are the number, rounded. */
    private static final float ROUNDING = 0x1.8p23f;

    private static final int FRACTION_BITS = 23;
    private static final int ONE = 0x3F800000;

    private Exponential() {}

    /** {@code eˣ = 2ⁿ eʳ}, n whole and |r| ≤ ln 2 / 2; eʳ is its series up to r⁶. Small, so that C2 inlines it. */
    static FloatVector of(FloatVector x) {
        FloatVector bounded = x.max(LOWEST).min(HIGHEST);
        FloatVector rounded =
                bounded.fma(FloatVector.broadcast(FLOATS, LOG2_E), FloatVector.broadcast(FLOATS, ROUNDING));
        FloatVector n = rounded.sub(ROUNDING);
        FloatVector r = n.fma(FloatVector.broadcast(FLOATS, -LN2_HIGH), bounded);
        r = n.fma(FloatVector.broadcast(FLOATS, -LN2_LOW), r);
        FloatVector sum = FloatVector.broadcast(FLOATS, 1 / 720f)
                .fma(r, FloatVector.broadcast(FLOATS, 1 / 120f))
                .fma(r, FloatVector.broadcast(FLOATS, 1 / 24f))
                .fma(r, FloatVector.broadcast(FLOATS, 1 / 6f))
                .fma(r, FloatVector.broadcast(FLOATS, 0.5f))
                .fma(r, FloatVector.broadcast(FLOATS, 1))
                .fma(r, FloatVector.broadcast(FLOATS, 1));
        return rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                .add(ONE)
                .reinterpretAsFloats()
                .mul(sum);
    }
}
