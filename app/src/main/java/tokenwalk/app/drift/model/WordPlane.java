package tokenwalk.app.drift.model;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.Vector;

/** x and y are cosines of the normed vector with two rows of the unembedding: nothing is fitted. */
record WordPlane(WordAxes words, Frame frame) implements Plane {

    /** Its frame shows all of a text; 0, where a vector has nothing to do with a word, is always within. */
    static WordPlane around(ResidualStream stream, WordAxes words) {
        List<Spot> spots = new ArrayList<>();
        spots.add(new Spot(0, 0));
        for (int level = 0; level < stream.levelCount(); level++) {
            for (int token = 0; token < stream.tokenCount(); token++) {
                spots.add(spot(words, stream.vector(level, token)));
            }
        }
        return new WordPlane(words, Frame.around(spots));
    }

    private static Spot spot(WordAxes words, Vector residual) {
        Vector normed = words.finalNorm().apply(residual);
        return new Spot(normed.cosine(words.firstRow()), normed.cosine(words.secondRow()));
    }

    @Override
    public Vector seen(int level, Vector residual) {
        return Directions.of(words.finalNorm().apply(residual));
    }

    @Override
    public Spot place(int level, int token, Vector residual) {
        return spot(words, residual);
    }

    @Override
    public String horizontal() {
        return "cosine with " + words.first();
    }

    @Override
    public String vertical() {
        return "cosine with " + words.second();
    }

    @Override
    public boolean hasOrigin() {
        return true;
    }

    @Override
    public boolean takesNewcomers() {
        return true;
    }
}
