package tokenwalk.app.drift.model;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.Vector;

/**
 * Everything that is fitted once for a prompt and then frozen: old dots must not move when tokens are added.
 *
 * @param means what a level's directions have in common; empty where it is not subtracted
 * @param frame what the picture shows
 */
record Basis(DriftView view, Axes axes, List<Vector> means, Frame frame) implements Plane {
    Basis {
        means = List.copyOf(means);
    }

    /** Fits one pair of axes on all levels and tokens at once, so that levels can be compared. */
    static Basis fit(ResidualStream stream, DriftView view, Projection projection, LevelNorms norms) {
        List<Vector> means = view == DriftView.MEAN_SUBTRACTED ? means(stream, norms) : List.of();
        List<Vector> fitted = new ArrayList<>();
        for (int level = 0; level < stream.levelCount(); level++) {
            for (int token = 0; token < stream.tokenCount(); token++) {
                if (belongsToFit(stream, view, norms, level, token)) {
                    fitted.add(prepare(view, means, level, stream.vector(level, token)));
                }
            }
        }
        Axes axes = projection.fit(fitted);
        return new Basis(view, axes, means, Frame.around(fitted.stream().map(axes::place)::iterator));
    }

    /** The first token is a giant at most levels of most models; in a text of one token it is all there is. */
    private static boolean belongsToFit(ResidualStream stream, DriftView view, LevelNorms norms, int level, int token) {
        return !view.leavesGiantsOut() || stream.tokenCount() == 1 || (token > 0 && !norms.isGiant(level, token));
    }

    /** @return where the vector is drawn; outside the frame only where it had no say in the fit */
    @Override
    public Spot place(int level, int token, Vector residual) {
        return axes.place(seen(level, residual));
    }

    @Override
    public Vector seen(int level, Vector residual) {
        return prepare(view, means, level, residual);
    }

    @Override
    public String horizontal() {
        return "axis 1 · " + Share.words(axes.firstShare()) + " of the variance";
    }

    @Override
    public String vertical() {
        return "axis 2 · " + Share.words(axes.secondShare());
    }

    @Override
    public boolean hasOrigin() {
        return true;
    }

    @Override
    public boolean takesNewcomers() {
        return true;
    }

    private static List<Vector> means(ResidualStream stream, LevelNorms norms) {
        List<Vector> means = new ArrayList<>();
        for (int level = 0; level < stream.levelCount(); level++) {
            means.add(mean(stream, norms, level));
        }
        return means;
    }

    private static Vector mean(ResidualStream stream, LevelNorms norms, int level) {
        double[] sum = new double[stream.width()];
        int count = 0;
        for (int token = 0; token < stream.tokenCount(); token++) {
            double norm = norms.norm(level, token);
            if (norm > 0 && belongsToFit(stream, DriftView.MEAN_SUBTRACTED, norms, level, token)) {
                count++;
                Vector vector = stream.vector(level, token);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += vector.at(i) / norm;
                }
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mean[i] = (float) (sum[i] / Math.max(1, count));
        }
        return Vector.of(mean);
    }

    private static Vector prepare(DriftView view, List<Vector> means, int level, Vector vector) {
        return switch (view) {
            case RAW -> vector;
            case NORMALISED -> Directions.of(vector);
            case MEAN_SUBTRACTED -> difference(Directions.of(vector), means.get(level));
        };
    }

    private static Vector difference(Vector vector, Vector mean) {
        float[] values = vector.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean.at(i);
        }
        return Vector.of(values);
    }
}
