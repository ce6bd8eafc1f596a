package tokenwalk.app.drift.model;

import tokenwalk.runtime.tensor.Vector;

/** What is left of vectors when only where they point counts. */
final class Directions {
    private Directions() {}

    /** @return the vector divided by its norm; zeros stay zeros */
    static Vector of(Vector vector) {
        double norm = vector.norm();
        float[] values = vector.toArray();
        for (int i = 0; norm > 0 && i < values.length; i++) {
            values[i] = (float) (values[i] / norm);
        }
        return Vector.of(values);
    }
}
