package tokenwalk.app.residual.model;

/**
 * What one part of the model adds to the residual stream of a token.
 *
 * @param layer of attention and MLP; 0 for the others
 * @param length of the vector it adds
 * @param change what that vector adds to the logit of the token in question
 */
public record StreamPart(Kind kind, int layer, double length, double change) {
    /** Which part of the model. */
    public enum Kind {
        EMBEDDING,
        /** Token row and position row together. */
        EMBEDDING_AND_POSITION,
        ATTENTION,
        MLP,
        /** What the final norm adds to every vector: of no layer, and the same for all texts. */
        FINAL_BIAS
    }

    /** @return as on screen: «layer 26 · MLP» */
    public String name() {
        return switch (kind) {
            case EMBEDDING -> "embedding";
            case EMBEDDING_AND_POSITION -> "embedding + position";
            case ATTENTION -> "layer " + layer + " · attention";
            case MLP -> "layer " + layer + " · MLP";
            case FINAL_BIAS -> "final norm’s bias";
        };
    }
}
