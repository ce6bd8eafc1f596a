package tokenwalk.app.drift.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import tokenwalk.runtime.tensor.Vector;

/**
 * How much of each dot's neighbourhood the picture keeps: of its nearest in all dimensions, how many are still among its
 * nearest on the plane. Dots of all levels together; of very many, some picked at even steps.
 */
public final class NeighbourPreservation {
    /** So many nearest are compared. */
    public static final int NEAREST = 10;

    private static final int MOST_POINTS = 800;

    private final int tokens;
    private final int nearest;
    private final int points;
    private final boolean all;
    private final Map<Integer, Integer> kept;

    private NeighbourPreservation(int tokens, int nearest, int points, boolean all, Map<Integer, Integer> kept) {
        this.tokens = tokens;
        this.nearest = nearest;
        this.points = points;
        this.all = all;
        this.kept = Map.copyOf(kept);
    }

    /** Takes a while: not for the FX thread. */
    public static NeighbourPreservation of(DriftPicture picture) {
        int tokens = picture.tokenCount();
        int total = (picture.lastLevel() + 1) * tokens;
        int step = (total + MOST_POINTS - 1) / MOST_POINTS;
        List<Integer> points = new ArrayList<>();
        for (int point = 0; point < total; point += step) {
            points.add(point);
        }
        List<Vector> vectors = points.stream()
                .map(point -> picture.seen(point / tokens, point % tokens))
                .toList();
        double[] squares =
                vectors.stream().mapToDouble(vector -> vector.dot(vector)).toArray();
        int count = points.size();
        double[] space = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double square = squares[i] + squares[j] - 2 * vectors.get(i).dot(vectors.get(j));
                space[i * count + j] = square;
                space[j * count + i] = square;
            }
        }
        List<Spot> spots = points.stream()
                .map(point -> picture.spot(point / tokens, point % tokens))
                .toList();
        int nearest = Math.min(NEAREST, count - 1);
        Map<Integer, Integer> kept = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int here = i;
            Spot spot = spots.get(i);
            int[] inSpace = nearest(count, i, nearest, j -> space[here * count + j]);
            int[] onPlane = nearest(count, i, nearest, j -> square(spot, spots.get(j)));
            kept.put(points.get(i), (int) Arrays.stream(inSpace)
                    .filter(j -> Arrays.stream(onPlane).anyMatch(k -> k == j))
                    .count());
        }
        return new NeighbourPreservation(tokens, nearest, count, step == 1, kept);
    }

    private static double square(Spot one, Spot other) {
        return (one.x() - other.x()) * (one.x() - other.x()) + (one.y() - other.y()) * (one.y() - other.y());
    }

    /** The others with the smallest distances; of equal ones the first. */
    private static int[] nearest(int count, int self, int wanted, IntToDoubleFunction distance) {
        int[] best = new int[wanted];
        double[] far = new double[wanted];
        int held = 0;
        for (int j = 0; j < count; j++) {
            double now = distance.applyAsDouble(j);
            if (j == self || wanted == 0 || (held == wanted && now >= far[held - 1])) {
                continue;
            }
            int place = held < wanted ? held++ : held - 1;
            while (place > 0 && far[place - 1] > now) {
                far[place] = far[place - 1];
                best[place] = best[place - 1];
                place--;
            }
            far[place] = now;
            best[place] = j;
        }
        return best;
    }

    /** @return the share that is kept on average, 0…1; 1 where a dot has no neighbours */
    public double share() {
        return nearest == 0
                ? 1
                : kept.values().stream().mapToInt(Integer::intValue).average().orElseThrow() / nearest;
    }

    /** @return how many of a dot's nearest are kept; none where the dot was not picked */
    public OptionalInt kept(int level, int token) {
        Integer count = kept.get(level * tokens + token);
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** @return how many nearest were compared: fewer than ten where there are fewer dots */
    public int nearest() {
        return nearest;
    }

    /** @return how many dots were compared */
    public int points() {
        return points;
    }

    /** @return whether every dot was compared */
    public boolean isOfAll() {
        return all;
    }
}
