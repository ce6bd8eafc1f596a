package tokenwalk.app.controls;

/**
 * One thing that is added to a residual stream, as {@link StreamChart} draws it.
 *
 * @param name as the tooltip says it
 * @param layer the layer's number, or {@link #NO_LAYER}
 * @param change how far the running sum moves
 * @param length of the vector that is added
 */
public record StreamBar(Kind kind, String name, int layer, double change, double length) {
    public static final int NO_LAYER = -1;

    /** Each has its colour, its pattern and its mark. */
    public enum Kind {
        NO_BLOCK,
        ATTENTION,
        MLP
    }
}
