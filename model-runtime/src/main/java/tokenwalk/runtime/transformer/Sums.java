package tokenwalk.runtime.transformer;

/** Sums in float64, four at a time, so that one addition need not wait for the one before. */
final class Sums {
    private Sums() {}

    /** @return {@code Σ x[from + i]} for i below length */
    static double of(float[] x, int from, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 4 <= from + length; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < from + length; i++) {
            a += x[i];
        }
        return a + b + (c + d);
    }

    /** @return {@code Σ (x[from + i] − mean)²} for i below length */
    static double ofSquares(float[] x, int from, int length, double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 4 <= from + length; i += 4) {
            a += square(x[i] - mean);
            b += square(x[i + 1] - mean);
            c += square(x[i + 2] - mean);
            d += square(x[i + 3] - mean);
        }
        for (; i < from + length; i++) {
            a += square(x[i] - mean);
        }
        return a + b + (c + d);
    }

    private static double square(double value) {
        return value * value;
    }
}
