package tokenwalk.runtime.tensor;

import java.util.Arrays;
import java.util.Objects;

/** An immutable run of float32 numbers. */
public final class Vector {
    private final float[] values;
    private final int offset;
    private final int size;

    private Vector(float[] values, int offset, int size) {
        this.values = values;
        this.offset = offset;
        this.size = size;
    }

    /** Wraps an array without copying it: it becomes the vector's own, the caller must not keep it. */
    public static Vector of(float... values) {
        return new Vector(values, 0, values.length);
    }

    static Vector view(float[] values, int offset, int size) {
        return new Vector(values, offset, size);
    }

    public int size() {
        return size;
    }

    public float at(int index) {
        return values[offset + Objects.checkIndex(index, size)];
    }

    /** @return a part of this vector, nothing copied */
    public Vector slice(int from, int length) {
        Objects.checkFromIndexSize(from, length, size);
        return new Vector(values, offset + from, length);
    }

    /** @return the Euclidean length */
    public double norm() {
        return Math.sqrt(dot(this));
    }

    /**
     * @return the sum of products, added up in float64
     * @throws IllegalArgumentException if the sizes differ
     */
    public double dot(Vector other) {
        if (other.size != size) {
            throw new IllegalArgumentException("a vector of " + size + " numbers against one of " + other.size);
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (double) values[offset + i] * other.values[other.offset + i];
        }
        return sum;
    }

    /** @return the cosine of the angle between two vectors; 0 where one of them is all zeros */
    public double cosine(Vector other) {
        double lengths = norm() * other.norm();
        return lengths == 0 ? 0 : dot(other) / lengths;
    }

    /** @return the largest magnitude */
    public float largest() {
        float best = 0;
        for (int i = 0; i < size; i++) {
            best = Math.max(best, Math.abs(values[offset + i]));
        }
        return best;
    }

    /** @return where the largest number stands, the first of equal ones; 0 for an empty vector */
    public int indexOfLargest() {
        int best = 0;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            float value = values[offset + i];
            if (value > largest) {
                largest = value;
                best = i;
            }
        }
        return best;
    }

    /** Copies all numbers to {@code target[at…]}. */
    public void copyTo(float[] target, int at) {
        System.arraycopy(values, offset, target, at, size);
    }

    /** @return a copy the caller may keep */
    public float[] toArray() {
        return Arrays.copyOfRange(values, offset, offset + size);
    }
}
