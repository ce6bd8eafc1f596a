package tokenwalk.runtime.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/** The vector kernel against the scalar one, over sizes that fit no vector width. */
class KernelAgreementTest {
    private static final Kernel SCALAR = Kernels.named("scalar");
    private static final Kernel VECTOR = Kernels.named("vector");

    static Stream<Arguments> shapes() {
        return Stream.of(TensorType.values())
                .flatMap(type -> Stream.of(1, 2, 3, 7, 12, 13, 25)
                        .flatMap(tokens -> Stream.of(1, 5, 16, 33, 50)
                                .map(rows -> Arguments.of(
                                        type, rows, type.blockSize() == 1 ? 37 : 3 * type.blockSize(), tokens))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void productsAgree(TensorType type, int rows, int columns, int tokens) {
        StoredMatrix weights = random(type, rows, columns);
        float[] x = random(tokens * columns);
        float[] expected = product(SCALAR, weights, x, tokens);
        float[] actual = product(VECTOR, weights, x, tokens);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f * (1 + Math.abs(expected[i]))));
        }
    }

    private static float[] product(Kernel kernel, StoredMatrix weights, float[] x, int tokens) {
        Arithmetic arithmetic = new Arithmetic(kernel, new Workers(2));
        return arithmetic.project(arithmetic.pack(weights), x, tokens);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 16, 33, 64})
    void dotsAndSumsAgree(int length) {
        float[] a = random(length + 3);
        float[] b = random(length + 3);
        assertThat(VECTOR.dot(a, 3, b, 1, length)).isCloseTo(SCALAR.dot(a, 3, b, 1, length), within(1e-5f));
        float[] expected = b.clone();
        float[] actual = b.clone();
        SCALAR.addScaled(0.3f, a, 2, expected, 1, length);
        VECTOR.addScaled(0.3f, a, 2, actual, 1, length);
        assertThat(actual).containsExactly(expected, within(1e-6f));
    }

    @Test
    void anUnknownKernelIsRefusedByName() {
        assertThatThrownBy(() -> Kernels.named("quantum")).hasMessageContaining("Choose one of [scalar, vector]");
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
