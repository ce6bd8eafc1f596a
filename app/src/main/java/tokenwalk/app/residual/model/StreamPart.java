package tokenwalk.app.residual.model;

/**
 * What one part of the model adds to the residual stream of a token.
 *
 * @param layer of attention and MLP; 0 for the embedding
 * @param length of the vector it adds
 * @param change what that vector adds to the logit of the token in question
 */
public record StreamPart(Kind kind, int layer, double length, double change) {
    /** Which part of the model. */
    public enum Kind {
        EMBEDDING,
        ATTENTION,
        MLP
    }

    /** @return as on screen: «layer 26 · MLP» */
    public String name() {
        return switch (kind) {
            case EMBEDDING -> "embedding";
            case ATTENTION -> "layer " + layer + " · attention";
            case MLP -> "layer " + layer + " · MLP";
        };
    }
}
