package tokenwalk.runtime.trace;

import java.util.List;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;

/** What tokens that were read together left behind; each matrix has one row for each of them, or more at its end. */
sealed interface Segment {
    int firstPosition();

    /** @return how many tokens */
    int count();

    /** @return this segment without tokens from {@code position} on, nothing copied */
    Segment upTo(int position);

    default int end() {
        return firstPosition() + count();
    }

    default Vector row(Matrix matrix, int position) {
        return matrix.row(position - firstPosition());
    }

    /**
     * What later tokens read of these.
     *
     * @param key [layers] of [count × keyValueHeads · headWidth], before the rotary embedding
     * @param value [layers] of [count × keyValueHeads · headWidth]
     */
    record KeysAndValues(int firstPosition, int count, List<Matrix> key, List<Matrix> value) implements Segment {
        public KeysAndValues {
            key = List.copyOf(key);
            value = List.copyOf(value);
        }

        @Override
        public KeysAndValues upTo(int position) {
            return position >= end() ? this : new KeysAndValues(firstPosition, position - firstPosition, key, value);
        }
    }

    /**
     * What the tokens became on their way.
     *
     * @param residual [levels] of [count × width]
     * @param query [layers] of [count × heads · headWidth], before the rotary embedding
     * @param finals [count × width], the last level after the final norm
     */
    record Streams(int firstPosition, int count, List<Matrix> residual, List<Matrix> query, Matrix finals)
            implements Segment {
        public Streams {
            residual = List.copyOf(residual);
            query = List.copyOf(query);
        }

        @Override
        public Streams upTo(int position) {
            return position >= end()
                    ? this
                    : new Streams(firstPosition, position - firstPosition, residual, query, finals);
        }
    }
}
