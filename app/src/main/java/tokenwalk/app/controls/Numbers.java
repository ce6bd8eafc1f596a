package tokenwalk.app.controls;

import java.util.function.IntToDoubleFunction;

/** A row of numbers to look at, wherever they are kept. They must not change while they are shown. */
public interface Numbers {
    Numbers NONE = of(0, i -> 0);

    int size();

    /** @return number {@code index}, counted from 0 */
    double at(int index);

    static Numbers of(int size, IntToDoubleFunction at) {
        return new Numbers() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public double at(int index) {
                return at.applyAsDouble(index);
            }
        };
    }

    /** @return the same numbers, copied */
    static Numbers of(double... values) {
        double[] copy = values.clone();
        return of(copy.length, i -> copy[i]);
    }

    /** @return the largest distance from zero; 0 for no numbers */
    default double magnitude() {
        double largest = 0;
        for (int i = 0; i < size(); i++) {
            largest = Math.max(largest, Math.abs(at(i)));
        }
        return largest;
    }
}
