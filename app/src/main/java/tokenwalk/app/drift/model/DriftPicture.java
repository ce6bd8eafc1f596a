package tokenwalk.app.drift.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import tokenwalk.runtime.tensor.Vector;

/**
 * Where every token of a text stands at every level, on one pair of fixed axes.
 *
 * <p>Immutable. The same text gives the same picture.
 */
public final class DriftPicture {
    private final ResidualStream stream;
    private final Plane plane;
    private final LevelNorms norms;
    private final List<Spot> spots;

    private DriftPicture(ResidualStream stream, Plane plane, LevelNorms norms) {
        this.stream = stream;
        this.plane = plane;
        this.norms = norms;
        Spot[] placed = new Spot[stream.levelCount() * stream.tokenCount()];
        for (int level = 0; level < stream.levelCount(); level++) {
            for (int token = 0; token < stream.tokenCount(); token++) {
                placed[level * stream.tokenCount() + token] = plane.place(level, token, stream.vector(level, token));
            }
        }
        this.spots = List.of(placed);
    }

    /** Fits the axes on this text. Takes a while: not for the FX thread. */
    public static DriftPicture of(ResidualStream stream, DriftView view, Projection projection) {
        LevelNorms norms = new LevelNorms(stream);
        return new DriftPicture(stream, Basis.fit(stream, view, projection, norms), norms);
    }

    /** Draws this text against two words. Takes a while: not for the FX thread. */
    static DriftPicture of(ResidualStream stream, WordAxes words) {
        return new DriftPicture(stream, WordPlane.around(stream, words), new LevelNorms(stream));
    }

    /** @param spots of all levels and tokens, level by level */
    static DriftPicture ofNeighbours(ResidualStream stream, List<Spot> spots) {
        return new DriftPicture(stream, NeighbourMap.of(stream, spots), new LevelNorms(stream));
    }

    /**
     * Draws a longer (or again shorter) text on the axes of this one: no dot that was there moves, and newcomers outside
     * the frame are kept at its edge.
     *
     * @throws IllegalArgumentException if the stream comes from a model of another shape
     * @throws IllegalStateException if these axes are for this text only
     */
    public DriftPicture extend(ResidualStream other) {
        if (!plane.takesNewcomers()) {
            throw new IllegalStateException("these places are for one text only");
        }
        if (other.levelCount() != stream.levelCount() || other.width() != stream.width()) {
            throw new IllegalArgumentException("a picture of %d levels of width %d cannot take %d levels of width %d"
                    .formatted(stream.levelCount(), stream.width(), other.levelCount(), other.width()));
        }
        return new DriftPicture(other, plane, new LevelNorms(other));
    }

    /** @return whether both stand on the very same axes, so that dots can be followed from one to the other */
    public boolean sharesAxesWith(DriftPicture other) {
        return plane == other.plane;
    }

    /** @return what the axes are fitted on; none where nothing is fitted */
    public Optional<DriftView> view() {
        return plane instanceof Basis basis ? Optional.of(basis.view()) : Optional.empty();
    }

    /** @return what the horizontal axis is, in words */
    public String horizontal() {
        return plane.horizontal();
    }

    /** @return what the vertical axis is, in words */
    public String vertical() {
        return plane.vertical();
    }

    /** @return whether the lines of coordinate 0 mean something */
    public boolean hasOrigin() {
        return plane.hasOrigin();
    }

    /** @return the place in the text of the first token that is drawn, counted from 0 */
    public int firstPosition() {
        return stream.tokens().getFirst().number() - 1;
    }

    public List<DriftToken> tokens() {
        return stream.tokens();
    }

    public int tokenCount() {
        return stream.tokenCount();
    }

    /** @return the number of the last level: as many as the model has layers */
    public int lastLevel() {
        return stream.levelCount() - 1;
    }

    /** @return what the picture shows at every level */
    public Frame frame() {
        return plane.frame();
    }

    /** @return axis 1's share of the variance of what was fitted, 0…1; 0 where nothing is fitted */
    public double firstShare() {
        return plane instanceof Basis basis ? basis.axes().firstShare() : 0;
    }

    public double secondShare() {
        return plane instanceof Basis basis ? basis.axes().secondShare() : 0;
    }

    /** @return where the token is drawn: its projection, or the frame's edge where that lies outside */
    public Spot spot(int level, int token) {
        return frame().clamp(projected(level, token));
    }

    /**
     * @param level also between two levels: motion for the eye only
     * @return the spot on the straight line between the two
     */
    public Spot spotBetween(double level, int token) {
        double held = Math.clamp(level, 0, lastLevel());
        int below = (int) held;
        return below == held ? spot(below, token) : spot(below, token).towards(spot(below + 1, token), held - below);
    }

    /** @return whether the token's projection lies outside the frame */
    public boolean isClamped(int level, int token) {
        return !frame().contains(projected(level, token));
    }

    private Spot projected(int level, int token) {
        Objects.checkIndex(token, tokenCount());
        return spots.get(level * tokenCount() + token);
    }

    /** @return the length of the residual vector itself */
    public double norm(int level, int token) {
        return norms.norm(level, token);
    }

    /** @return its norm divided by the median norm of its level */
    public double normRatio(int level, int token) {
        return norms.ratio(level, token);
    }

    /** @return whether the norm is above ten times its level's median */
    public boolean isGiant(int level, int token) {
        return norms.isGiant(level, token);
    }

    /** @return the vector behind a dot, in all its dimensions */
    Vector seen(int level, int token) {
        return plane.seen(level, stream.vector(level, token));
    }

    /** @return in the model's own space, no projection: how far two tokens of a level are apart */
    public double distance(int level, int token, int other) {
        return Math.sqrt(Math.max(
                0,
                square(stream.vector(level, token))
                        + square(stream.vector(level, other))
                        - 2 * stream.vector(level, token).dot(stream.vector(level, other))));
    }

    private static double square(Vector vector) {
        return vector.dot(vector);
    }

    /** @return in the model's own space, no projection: the cosine between two tokens of a level */
    public double cosine(int level, int token, int other) {
        return stream.vector(level, token).cosine(stream.vector(level, other));
    }

    /** @return in the model's own space, no projection: the cosine to the level before; none at level 0 */
    public OptionalDouble cosineToLevelBefore(int level, int token) {
        return level == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(stream.vector(level, token).cosine(stream.vector(level - 1, token)));
    }
}
