package tokenwalk.runtime.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/** The ranking while products are made against that of all products, over sizes that fit no tile, panel or block. */
class RowRankingTest {
    private static final Arithmetic ARITHMETIC = new Arithmetic(Kernels.fastest(), new Workers(2));
    private final Random random = new Random(7);

    static Stream<Arguments> shapes() {
        return IntStream.of(1, 4, 5, 8, 9, 12, 13, 25, 64)
                .boxed()
                .flatMap(tokens -> IntStream.of(1, 31, 33, 200)
                        .boxed()
                        .flatMap(rows -> IntStream.of(1, 48, 100, 800, 1600)
                                .mapToObj(columns -> Arguments.of(tokens, rows, columns))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theRankingIsThatOfAllProducts(int tokens, int rows, int columns) {
        StoredMatrix weights = weights(rows, columns);
        float[] x = numbers(tokens * columns);
        int[] followed = random.ints(tokens, 0, rows).toArray();
        PackedMatrix packed = ARITHMETIC.pack(weights);
        float[] products = ARITHMETIC.project(packed, x, tokens);
        List<RankedRows> ranked = ARITHMETIC.rank(packed, x, 10, followed);
        for (int token = 0; token < tokens; token++) {
            RankedRows expected = RankedRows.of(products, token * rows, rows, 10, followed[token]);
            RankedRows actual = ranked.get(token);
            assertThat(actual.best()).isEqualTo(expected.best());
            assertThat(actual.products()).isEqualTo(expected.products());
            assertThat(actual.followedProduct()).isEqualTo(expected.followedProduct());
            assertThat(actual.ahead()).isEqualTo(expected.ahead());
            assertThat(actual.logSum()).isCloseTo(expected.logSum(), within(1e-5 * (1 + Math.abs(expected.logSum()))));
        }
    }

    @Test
    void equalProductsStandInTheOrderOfTheirRows() {
        float[] x = new float[8 * 32];
        Arrays.fill(x, 1);
        float[] same = new float[100 * 32];
        Arrays.fill(same, 0.5f);
        int[] followed = {0, 1, 31, 32, 33, 63, 64, 99};
        List<RankedRows> ranked = ARITHMETIC.rank(ARITHMETIC.pack(stored(100, 32, same)), x, 3, followed);
        for (int token = 0; token < followed.length; token++) {
            assertThat(ranked.get(token).best()).containsExactly(0, 1, 2);
            assertThat(ranked.get(token).ahead()).isEqualTo(followed[token]);
            assertThat(ranked.get(token).probability(16)).isCloseTo(0.01, within(1e-6));
        }
    }

    @Test
    void farLargerProductsLaterOnLoseNothing() {
        float[] weights = new float[320];
        for (int row = 0; row < 320; row++) {
            weights[row] = row;
        }
        float[] x = {1, 1, 1, 1, 1, 1, 1, 1};
        RankedRows ranked = ARITHMETIC
                .rank(ARITHMETIC.pack(stored(320, 1, weights)), x, 2, new int[8])
                .getFirst();
        assertThat(ranked.best()).containsExactly(319, 318);
        assertThat(ranked.probability(319)).isCloseTo(1 - Math.exp(-1), within(1e-6));
        assertThat(ranked.ahead()).isEqualTo(319);
    }

    @Test
    void anInterruptEndsTheRanking() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(
                            () -> ARITHMETIC.rank(ARITHMETIC.pack(weights(5000, 32)), numbers(8 * 32), 3, new int[8]))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private StoredMatrix weights(int rows, int columns) {
        return stored(rows, columns, numbers(rows * columns));
    }

    private static StoredMatrix stored(int rows, int columns, float[] numbers) {
        MemorySegment data = Arena.ofAuto().allocate(4L * numbers.length, 4);
        MemorySegment.copy(numbers, 0, data, ValueLayout.JAVA_FLOAT, 0, numbers.length);
        return StoredMatrix.of(TensorType.F32, rows, columns, data);
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }
}
