package tokenwalk.runtime.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.tensor.kernel.AttentionKernel.Seen;

/** Both kernels of attention against the formula, over head widths, groups and texts that fit no vector width. */
class AttentionKernelTest {
    private static final int TOKENS = 300;

    static Stream<Arguments> heads() {
        return Stream.of(new ScalarAttention(), new VectorAttention())
                .flatMap(kernel -> Stream.of(1, 12, 32, 48, 64, 80, 96, 128)
                        .flatMap(width -> Stream.of(1, 3, 7).map(group -> Arguments.of(kernel, width, group))));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void headsReadWhatTheFormulaSays(AttentionKernel kernel, int width, int group) {
        Text text = new Text(kernel, width, 1);
        // The last tokens of the text, so that rows end in all pages, and one that sees itself only.
        for (int from : new int[] {0, 1, 126, 250}) {
            int tokens = Math.min(45, TOKENS - from);
            float[] queries = random(((tokens * group) + AttentionKernel.SLACK) * width, 3);
            Mixture mixture = new Mixture(tokens * group, kernel, width);
            text.read(queries, from, tokens * group, group, 0, 3, mixture);
            for (int row = 0; row < tokens * group; row++) {
                assertRead(text.expected(queries, row, from + row / group + 1), mixture, row);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("heads")
    void partsReadByDifferentThreadsAddUp(AttentionKernel kernel, int width, int group) {
        Text text = new Text(kernel, width, 1);
        float[] queries = random((group + AttentionKernel.SLACK) * width, 5);
        Mixture begin = new Mixture(group, kernel, width);
        Mixture end = new Mixture(group, kernel, width);
        text.read(queries, 290, group, group, 0, 1, begin);
        text.read(queries, 290, group, group, 1, 3, end);
        end.add(begin);
        for (int row = 0; row < group; row++) {
            assertRead(text.expected(queries, row, 291), end, row);
        }
    }

    /** Scores of many thousands, as large residuals make them: only the best counts, and nothing overflows. */
    @ParameterizedTest
    @ValueSource(floats = {1e-3f, 30, 1e4f})
    void scoresOfAnySizeAreSoftened(float factor) {
        for (AttentionKernel kernel : new AttentionKernel[] {new ScalarAttention(), new VectorAttention()}) {
            Text text = new Text(kernel, 64, factor);
            float[] queries = random((3 + AttentionKernel.SLACK) * 64, 5);
            Mixture mixture = new Mixture(3, kernel, 64);
            text.read(queries, 299, 3, 3, 0, 3, mixture);
            for (int row = 0; row < 3; row++) {
                assertRead(text.expected(queries, row, 300), mixture, row);
            }
        }
    }

    @Test
    void theExponentialIsRightToAMillionth() {
        VectorAttention kernel = new VectorAttention();
        KeyValueLayout layout = new KeyValueLayout(1, kernel.panelWidth());
        for (float score = 0; score > -80; score -= 0.37f) {
            // Two positions: the best with score 0 and value 0, one with this score and value 1.
            float[] page = new float[layout.size()];
            page[layout.key(1, 0)] = score;
            page[layout.value(1, 0)] = 1;
            float[] queries = new float[1 + AttentionKernel.SLACK];
            queries[0] = 1;
            Mixture mixture = new Mixture(1, kernel, 1);
            kernel.read(queries, 0, 1, new Seen(2, 1), page, 0, layout, mixture);
            double expected = Math.exp(score);
            assertThat((double) mixture.mixed()[0]).isCloseTo(expected, within(1e-6 * expected));
        }
    }

    private static void assertRead(double[] expected, Mixture mixture, int row) {
        float[] actual = new float[expected.length];
        mixture.divide(row, actual, 0);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).as("row %d, number %d", row, i).isCloseTo(expected[i], within(1e-4));
        }
    }

    private static float[] random(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Keys and values of one head, in pages and as they are. */
    private static final class Text {
        private static final int BEGIN = 7;
        private final AttentionKernel kernel;
        private final KeyValueLayout layout;
        private final float[] keys;
        private final float[] values;
        private final float[][] pages;

        Text(AttentionKernel kernel, int width, float factor) {
            this.kernel = kernel;
            this.layout = new KeyValueLayout(width, kernel.panelWidth());
            this.keys = random(TOKENS * width, 1);
            this.values = random(TOKENS * width, 2);
            for (int i = 0; i < keys.length; i++) {
                keys[i] *= factor;
            }
            int count = (TOKENS - 1) / KeyValueLayout.POSITIONS + 1;
            this.pages = new float[count][BEGIN + layout.size()];
            for (int token = 0; token < TOKENS; token++) {
                float[] page = pages[token / KeyValueLayout.POSITIONS];
                layout.putKey(keys, token * width, page, BEGIN, token % KeyValueLayout.POSITIONS);
                layout.putValue(values, token * width, page, BEGIN, token % KeyValueLayout.POSITIONS);
            }
        }

        void read(float[] queries, int from, int rows, int group, int fromPage, int toPage, Mixture mixture) {
            for (int page = fromPage; page < toPage; page++) {
                Seen seen = new Seen(from + 1 - page * KeyValueLayout.POSITIONS, group);
                kernel.read(queries, 0, rows, seen, pages[page], BEGIN, layout, mixture);
            }
        }

        double[] expected(float[] queries, int row, int seen) {
            int width = layout.headWidth();
            double[] scores = new double[seen];
            double largest = Double.NEGATIVE_INFINITY;
            for (int position = 0; position < seen; position++) {
                for (int i = 0; i < width; i++) {
                    scores[position] += (double) queries[row * width + i] * keys[position * width + i];
                }
                largest = Math.max(largest, scores[position]);
            }
            double sum = 0;
            double[] mixed = new double[width];
            for (int position = 0; position < seen; position++) {
                double weight = Math.exp(scores[position] - largest);
                sum += weight;
                for (int i = 0; i < width; i++) {
                    mixed[i] += weight * values[position * width + i];
                }
            }
            for (int i = 0; i < width; i++) {
                mixed[i] /= sum;
            }
            return mixed;
        }
    }
}
