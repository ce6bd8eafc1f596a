package tokenwalk.app.drift.model;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.Vector;

/**
 * Where t-SNE put every level and token of a text: neighbours stay neighbours, and nothing else is promised.
 *
 * @param tokens how many there are a level
 * @param spots level by level
 */
record NeighbourMap(int tokens, List<Spot> spots, Frame frame) implements Plane {
    /** More points than this take too long: of a longer text only the end is drawn. */
    static final int MOST_POINTS = 800;

    NeighbourMap {
        spots = List.copyOf(spots);
    }

    static NeighbourMap of(ResidualStream stream, List<Spot> spots) {
        return new NeighbourMap(stream.tokenCount(), spots, Frame.around(spots));
    }

    /** @return the end of the text, as much of it as is drawn */
    static ResidualStream drawn(ResidualStream text) {
        return text.last(Math.max(1, MOST_POINTS / text.levelCount()));
    }

    /** @return the directions of all levels and tokens, level by level */
    static List<Vector> directions(ResidualStream stream) {
        List<Vector> directions = new ArrayList<>();
        for (int level = 0; level < stream.levelCount(); level++) {
            for (int token = 0; token < stream.tokenCount(); token++) {
                directions.add(Directions.of(stream.vector(level, token)));
            }
        }
        return directions;
    }

    @Override
    public Vector seen(int level, Vector residual) {
        return Directions.of(residual);
    }

    @Override
    public Spot place(int level, int token, Vector residual) {
        return spots.get(level * tokens + token);
    }

    @Override
    public String horizontal() {
        return "t-SNE: gaps and sizes mean nothing";
    }

    @Override
    public String vertical() {
        return "no scale";
    }

    @Override
    public boolean hasOrigin() {
        return false;
    }

    @Override
    public boolean takesNewcomers() {
        return false;
    }
}
