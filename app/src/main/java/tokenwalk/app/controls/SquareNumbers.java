package tokenwalk.app.controls;

import java.util.function.IntFunction;

/** As many rows of numbers as columns, wherever they are kept. They must not change while they are shown. */
public interface SquareNumbers {
    SquareNumbers NONE = of(0, row -> Numbers.NONE);

    int size();

    /** @return row {@code index}, counted from 0 */
    Numbers row(int index);

    static SquareNumbers of(int size, IntFunction<Numbers> row) {
        return new SquareNumbers() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Numbers row(int index) {
                return row.apply(index);
            }
        };
    }
}
