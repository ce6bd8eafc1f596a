package tokenwalk.runtime.trace;

import java.util.List;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;

/**
 * What tokens that were read together left behind, each list by level or by layer.
 *
 * @param residual [levels] of [count × width]
 * @param query [layers] of [count × heads · headWidth], before the rotary embedding
 * @param key [layers] of [count × keyValueHeads · headWidth], before the rotary embedding
 * @param value [layers] of [count × keyValueHeads · headWidth]
 * @param finals [count × width], the last level after the final norm
 */
record Segment(
        int firstPosition,
        int count,
        List<Matrix> residual,
        List<Matrix> query,
        List<Matrix> key,
        List<Matrix> value,
        Matrix finals) {

    Segment {
        residual = List.copyOf(residual);
        query = List.copyOf(query);
        key = List.copyOf(key);
        value = List.copyOf(value);
    }

    boolean holds(int position) {
        return position >= firstPosition && position < firstPosition + count;
    }

    Vector row(Matrix matrix, int position) {
        return matrix.row(position - firstPosition);
    }
}
