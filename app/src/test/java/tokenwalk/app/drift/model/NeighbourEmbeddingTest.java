package tokenwalk.app.drift.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.tensor.Vector;

class NeighbourEmbeddingTest {
    /** Three groups far from each other in many dimensions. */
    private static List<Vector> groups(int each, int width) {
        Random random = new Random(1);
        List<Vector> vectors = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            for (int i = 0; i < each; i++) {
                float[] values = new float[width];
                for (int k = 0; k < width; k++) {
                    values[k] = (float) (0.1 * random.nextGaussian() + (k % 3 == group ? 1 : 0));
                }
                vectors.add(Vector.of(values));
            }
        }
        return vectors;
    }

    private static List<Spot> embed(List<Vector> vectors) {
        NeighbourEmbedding embedding = new NeighbourEmbedding(vectors);
        while (!embedding.isDone()) {
            embedding.advance(50);
        }
        assertThat(embedding.progress()).isEqualTo(1);
        return embedding.spots();
    }

    @Test
    void neighboursStayNeighbours() {
        List<Spot> spots = embed(groups(20, 30));
        for (int i = 0; i < spots.size(); i++) {
            int nearest = -1;
            for (int j = 0; j < spots.size(); j++) {
                if (j != i && (nearest < 0 || apart(spots, i, j) < apart(spots, i, nearest))) {
                    nearest = j;
                }
            }
            assertThat(nearest / 20).isEqualTo(i / 20);
        }
    }

    private static double apart(List<Spot> spots, int i, int j) {
        return Math.hypot(
                spots.get(i).x() - spots.get(j).x(),
                spots.get(i).y() - spots.get(j).y());
    }

    @Test
    void theSameVectorsAlwaysGiveTheSameSpots() {
        assertThat(embed(groups(8, 12))).isEqualTo(embed(groups(8, 12)));
    }

    @Test
    void fewVectorsAndEqualVectorsHaveFiniteSpots() {
        for (int count = 1; count <= 4; count++) {
            List<Vector> same = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                same.add(Vector.of(1, 2, 3));
            }
            assertThat(embed(same)).hasSize(count);
        }
    }

    @Test
    void fourHundredPointsTakeBearableTime() {
        List<Vector> vectors = groups(133, 576);
        vectors.add(vectors.getFirst());
        embed(groups(40, 576));
        long start = System.nanoTime();
        assertThat(embed(vectors)).hasSize(400);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("t-SNE of 400 points: %.2f s%n", seconds);
        assertThat(seconds).isLessThan(20);
    }
}
