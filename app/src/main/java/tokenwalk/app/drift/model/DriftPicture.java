package tokenwalk.app.drift.model;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Where every token of a text stands at every level, on one pair of fixed axes.
 *
 * <p>Immutable. The same text gives the same picture.
 */
public final class DriftPicture {
    private final ResidualStream stream;
    private final Basis basis;
    private final LevelNorms norms;
    private final List<Spot> spots;

    private DriftPicture(ResidualStream stream, Basis basis, LevelNorms norms) {
        this.stream = stream;
        this.basis = basis;
        this.norms = norms;
        Spot[] placed = new Spot[stream.levelCount() * stream.tokenCount()];
        for (int level = 0; level < stream.levelCount(); level++) {
            for (int token = 0; token < stream.tokenCount(); token++) {
                placed[level * stream.tokenCount() + token] = basis.place(level, stream.vector(level, token));
            }
        }
        this.spots = List.of(placed);
    }

    /** Fits the axes on this text. Takes a while: not for the FX thread. */
    public static DriftPicture of(ResidualStream stream, DriftView view, Projection projection) {
        LevelNorms norms = new LevelNorms(stream);
        return new DriftPicture(stream, Basis.fit(stream, view, projection, norms), norms);
    }

    /**
     * Draws a longer (or again shorter) text on the axes of this one: no dot that was there moves, and newcomers outside
     * the frame are kept at its edge.
     *
     * @throws IllegalArgumentException if the stream comes from a model of another shape
     */
    public DriftPicture extend(ResidualStream other) {
        if (other.levelCount() != stream.levelCount() || other.width() != stream.width()) {
            throw new IllegalArgumentException("a picture of %d levels of width %d cannot take %d levels of width %d"
                    .formatted(stream.levelCount(), stream.width(), other.levelCount(), other.width()));
        }
        return new DriftPicture(other, basis, new LevelNorms(other));
    }

    /** @return whether both stand on the very same axes, so that dots can be followed from one to the other */
    public boolean sharesAxesWith(DriftPicture other) {
        return basis == other.basis;
    }

    public DriftView view() {
        return basis.view();
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
        return basis.frame();
    }

    /** @return axis 1's share of the variance of what was fitted, 0…1 */
    public double firstShare() {
        return basis.axes().firstShare();
    }

    public double secondShare() {
        return basis.axes().secondShare();
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

    /** @return in the model's own space, no projection: the cosine to the level before; none at level 0 */
    public OptionalDouble cosineToLevelBefore(int level, int token) {
        return level == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(stream.vector(level, token).cosine(stream.vector(level - 1, token)));
    }
}
