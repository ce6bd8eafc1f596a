package tokenwalk.runtime.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/** The vector kernel against the scalar one, over sizes that fit no vector width. */
class KernelAgreementTest {
    private static final Kernel SCALAR = Kernels.named("scalar");
    private static final Kernel VECTOR = Kernels.named("vector");
    private static final Workers WORKERS = new Workers(2);

    static Stream<Arguments> shapes() {
        return Stream.of(TensorType.values())
                .flatMap(type -> Stream.of(1, 7, 16, 33, 50)
                        .flatMap(rows -> Stream.of(32, 37, 48, 64, 256, 1536)
                                .filter(columns -> columns % type.blockSize() == 0)
                                .map(columns -> Arguments.of(type, rows, columns))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void productsAgree(TensorType type, int rows, int columns) {
        StoredMatrix weights = random(type, rows, columns);
        PackedMatrix reference = SCALAR.pack(weights, WORKERS);
        PackedMatrix packed = VECTOR.pack(weights, WORKERS);
        for (int tokens : new int[] {1, 2, 3, 5, 8, 12, 13, 25, 64}) {
            float[] x = random(tokens * columns);
            float[] expected = new Arithmetic(SCALAR, WORKERS).project(reference, x, tokens);
            float[] actual = new Arithmetic(VECTOR, WORKERS).project(packed, x, tokens);
            assertAgree(actual, expected, weights, tokens);
        }
    }

    /** Within 1e-4 of the length that a product of such vectors has; that of so few numbers may happen to be nearly 0. */
    private static void assertAgree(float[] actual, float[] expected, StoredMatrix weights, int tokens) {
        double weightSquares = IntStream.range(0, weights.rows())
                .mapToDouble(row -> Math.pow(weights.row(row).norm(), 2))
                .sum();
        double squares = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            squares += expected[i] * expected[i];
            difference += Math.pow(actual[i] - expected[i], 2);
        }
        assertThat(Math.sqrt(difference))
                .as("%d tokens", tokens)
                .isLessThan(1e-4 * Math.sqrt(Math.max(squares, tokens * weightSquares)));
    }

    @Test
    void severalMatricesAreMultipliedAtOnce() {
        List<StoredMatrix> all = List.of(
                random(TensorType.Q4_1, 50, 64), random(TensorType.Q8_0, 7, 64), random(TensorType.F16, 33, 64));
        for (int tokens : new int[] {1, 9}) {
            float[] x = random(tokens * 64);
            Arithmetic arithmetic = new Arithmetic(VECTOR, WORKERS);
            List<float[]> products =
                    arithmetic.projectAll(all.stream().map(arithmetic::pack).toList(), x, tokens);
            for (int i = 0; i < all.size(); i++) {
                float[] expected = new Arithmetic(SCALAR, WORKERS).project(SCALAR.pack(all.get(i), WORKERS), x, tokens);
                assertAgree(products.get(i), expected, all.get(i), tokens);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void onlyTheRowsAskedForAreWritten(int tokens) {
        PackedMatrix weights = VECTOR.pack(random(TensorType.Q4_1, 3 * Tiles.PANEL, 64), WORKERS);
        Inputs x = new Inputs(random(tokens * 64), tokens, 64);
        weights.prepare(x, WORKERS);
        float[] y = new float[3 + tokens * 3 * Tiles.PANEL];
        weights.multiply(x, Tiles.PANEL, 2 * Tiles.PANEL, y, 3, 3 * Tiles.PANEL);
        for (int i = 0; i < y.length; i++) {
            boolean within = i >= 3 && (i - 3) % (3 * Tiles.PANEL) < Tiles.PANEL;
            assertThat(y[i] != 0).as("number %d", i).isEqualTo(within);
        }
    }

    /** What ranks tokens compares sums from different tiles: of the same numbers they must be the same. */
    @Test
    void aProductDoesNotDependOnWhichTileItIsIn() {
        PackedMatrix weights = VECTOR.pack(random(TensorType.Q8_0, 2 * Tiles.PANEL, 1536), WORKERS);
        float[] one = random(1536);
        int tokens = 15;
        float[] x = new float[tokens * one.length];
        for (int token = 0; token < tokens; token++) {
            System.arraycopy(one, 0, x, token * one.length, one.length);
        }
        float[] y = new Arithmetic(VECTOR, WORKERS).project(weights, x, tokens);
        for (int token = 1; token < tokens; token++) {
            for (int row = 0; row < weights.rows(); row++) {
                assertThat(y[token * weights.rows() + row]).isEqualTo(y[row]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void packedWeightsTakeWhatWasEstimated(TensorType type) {
        StoredMatrix weights = random(type, 4 * Tiles.PANEL, 256);
        long expected = VECTOR.packedBytes(type, (long) weights.rows() * weights.columns());
        assertThat((double) VECTOR.pack(weights, WORKERS).byteSize() / expected).isCloseTo(1, within(0.01));
    }

    @Test
    void floatsOfSixteenBitsAreExactWhateverTheirSize() {
        float[] numbers = {0, 1e-7f, -6e-8f, 6.1e-5f, 1, -2, 63.9f, 64, 65504, -1e-3f, 3e-5f, -7};
        ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            bytes.putShort(Float.floatToFloat16(number));
        }
        for (int rows : new int[] {1, numbers.length}) {
            StoredMatrix stored =
                    StoredMatrix.of(TensorType.F16, rows, numbers.length / rows, MemorySegment.ofArray(bytes.array()));
            for (int k = 0; k < stored.columns(); k++) {
                float[] unit = new float[stored.columns()];
                unit[k] = 1;
                float[] column = new Arithmetic(VECTOR, WORKERS).project(VECTOR.pack(stored, WORKERS), unit, 1);
                assertThat(column).isEqualTo(stored.column(k).toArray());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 16, 33, 64})
    void dotsAgree(int length) {
        float[] a = random(length + 3);
        float[] b = random(length + 3);
        assertThat(VECTOR.dot(a, 3, b, 1, length)).isCloseTo(SCALAR.dot(a, 3, b, 1, length), within(1e-5f));
    }

    @Test
    void activationsAgreeWithinAMillionth() {
        float[] z = new float[20_003];
        for (int i = 0; i < z.length; i++) {
            z[i] = (i - 10_000) / 80f;
        }
        float[] factors = random(z.length);
        float[] expected = z.clone();
        float[] actual = z.clone();
        SCALAR.siluTimes(expected, factors, 1, z.length);
        VECTOR.siluTimes(actual, factors, 1, z.length);
        assertWithinAMillionth(actual, expected);
        expected = z.clone();
        actual = z.clone();
        SCALAR.geluTanh(expected, 1, z.length);
        VECTOR.geluTanh(actual, 1, z.length);
        assertWithinAMillionth(actual, expected);
    }

    /** Of the number, or of the largest where tanh has no more digits. */
    private static void assertWithinAMillionth(float[] actual, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(2e-6f * Math.abs(expected[i]) + 1e-6f));
        }
    }

    @Test
    void anUnknownKernelIsRefusedByName() {
        assertThatThrownBy(() -> Kernels.named("quantum")).hasMessageContaining("Choose one of [scalar, vector]");
    }

    @Test
    void aWidthThatNoMachineHasIsRefused() {
        String before = System.getProperty(Kernels.VECTOR_BITS_PROPERTY);
        System.setProperty(Kernels.VECTOR_BITS_PROPERTY, "300");
        try {
            assertThatThrownBy(Kernels::fastest).hasMessageContaining("may be 128, 256 or 512");
        } finally {
            if (before == null) {
                System.clearProperty(Kernels.VECTOR_BITS_PROPERTY);
            } else {
                System.setProperty(Kernels.VECTOR_BITS_PROPERTY, before);
            }
        }
    }

    @Test
    void vectorsAreNoWiderThanAsked() {
        assertThat(Lanes.FLOATS.vectorBitSize()).isLessThanOrEqualTo(Kernels.widestVector());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void workersDoEveryPartOnce(int threads) {
        for (int count : new int[] {0, 1, 15, 16, 17, 100}) {
            AtomicIntegerArray done = new AtomicIntegerArray(Math.max(1, count));
            new Workers(threads).share(count, 16, (from, to) -> {
                for (int i = from; i < to; i++) {
                    done.incrementAndGet(i);
                }
            });
            for (int i = 0; i < count; i++) {
                assertThat(done.get(i)).isEqualTo(1);
            }
        }
    }

    private static StoredMatrix random(TensorType type, int rows, int columns) {
        Random random = new Random(rows * 31L + columns);
        ByteBuffer bytes =
                ByteBuffer.allocate((int) type.rowBytes(columns) * rows).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            switch (type) {
                case F32 -> bytes.putFloat((float) random.nextGaussian());
                case F16 -> bytes.putShort(Float.floatToFloat16((float) random.nextGaussian()));
                case BF16 -> bytes.putShort((short) (Float.floatToIntBits((float) random.nextGaussian()) >>> 16));
                case Q8_0, Q4_0, Q5_0 -> putBlock(bytes, type, random, 0);
                case Q4_1, Q5_1, Q4_K, Q5_K -> putBlock(bytes, type, random, 0, 2);
                case Q2_K -> putBlock(bytes, type, random, 80, 82);
                case Q3_K -> putBlock(bytes, type, random, 108);
                case Q6_K -> putBlock(bytes, type, random, 208);
            }
        }
        return StoredMatrix.of(type, rows, columns, MemorySegment.ofArray(bytes.array()));
    }

    /** @param factors where in the block its float16 factors stand */
    private static void putBlock(ByteBuffer bytes, TensorType type, Random random, int... factors) {
        byte[] block = new byte[type.blockBytes()];
        random.nextBytes(block);
        int at = bytes.position();
        bytes.put(block);
        for (int factor : factors) {
            bytes.putShort(at + factor, Float.floatToFloat16(random.nextFloat() / (type.blockSize() > 32 ? 8192 : 64)));
        }
    }

    private static float[] random(int size) {
        Random random = new Random(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
