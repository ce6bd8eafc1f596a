package tokenwalk.benchmarks;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/** Matrices and vectors of the sizes that models have, filled by chance. */
final class RandomWeights {
    private RandomWeights() {}

    static StoredMatrix matrix(TensorType type, int rows, int columns) {
        Random random = new Random(1);
        byte[] bytes = new byte[Math.toIntExact(type.rowBytes(columns) * rows)];
        random.nextBytes(bytes);
        ByteBuffer blocks = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int block = 0; block < bytes.length; block += type.blockBytes()) {
            for (int factor : factors(type)) {
                blocks.putShort(block + factor, Float.floatToFloat16(0.01f * random.nextFloat()));
            }
            switch (type) {
                case F32 -> blocks.putFloat(block, (float) random.nextGaussian());
                case F16 -> blocks.putShort(block, Float.floatToFloat16((float) random.nextGaussian()));
                case BF16 -> blocks.putShort(block, (short) (Float.floatToIntBits(random.nextFloat()) >>> 16));
                case Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K -> {}
            }
        }
        return StoredMatrix.of(type, rows, columns, MemorySegment.ofArray(bytes));
    }

    /** @return where in a block its float16 factors stand */
    private static int[] factors(TensorType type) {
        return switch (type) {
            case F32, F16, BF16 -> new int[] {};
            case Q8_0, Q4_0, Q5_0 -> new int[] {0};
            case Q4_1, Q5_1, Q4_K, Q5_K -> new int[] {0, 2};
            case Q2_K -> new int[] {80, 82};
            case Q3_K -> new int[] {108};
            case Q6_K -> new int[] {208};
        };
    }

    static float[] vectors(int count, int columns) {
        Random random = new Random(2);
        float[] numbers = new float[count * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
