package tokenwalk.app.attention.model;

import tokenwalk.runtime.tensor.Vector;

/** The shading with the first token left out: what the others get, rescaled so that it adds up to 1. */
public final class FirstToken {
    private FirstToken() {}

    /**
     * @param weights how much a token looks at each; adds up to 1
     * @return what the token {@code index} gets of what the first does not get; 0 for the first itself, and where there is
     *     nothing else
     */
    public static double leftOut(Vector weights, int index) {
        double rest = 1 - weights.at(0);
        return index == 0 || rest <= 0 ? 0 : Math.min(1, weights.at(index) / rest);
    }
}
