package tokenwalk.runtime.transformer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/**
 * What one stage reads of the model to take a token further.
 *
 * @param numbers weights; each is multiplied once and added once
 * @param bytes what they take as they are stored
 * @param types how they are stored
 */
public record StageWeights(long numbers, long bytes, Set<TensorType> types) {
    public static final StageWeights NONE = new StageWeights(0, 0, Set.of());

    public StageWeights {
        types = Set.copyOf(types);
    }

    static StageWeights of(StoredMatrix matrix) {
        return new StageWeights((long) matrix.rows() * matrix.columns(), matrix.byteSize(), Set.of(matrix.type()));
    }

    static StageWeights of(Projection... projections) {
        return Arrays.stream(projections)
                .map(projection -> of(projection.weights().stored()).plus(inFloats(projection.bias().length)))
                .reduce(NONE, StageWeights::plus);
    }

    static StageWeights oneRow(StoredMatrix matrix) {
        return new StageWeights(matrix.columns(), matrix.type().rowBytes(matrix.columns()), Set.of(matrix.type()));
    }

    static StageWeights of(Norm norm) {
        return inFloats(norm.weights());
    }

    private static StageWeights inFloats(int numbers) {
        return numbers == 0 ? NONE : new StageWeights(numbers, (long) numbers * Float.BYTES, Set.of(TensorType.F32));
    }

    /** @return both stages together */
    public StageWeights plus(StageWeights other) {
        Set<TensorType> both = EnumSet.noneOf(TensorType.class);
        both.addAll(types);
        both.addAll(other.types);
        return new StageWeights(numbers + other.numbers, bytes + other.bytes, both);
    }
}
