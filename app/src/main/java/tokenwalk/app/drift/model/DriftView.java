package tokenwalk.app.drift.model;

/** Which numbers the picture is fitted on. */
public enum DriftView {
    /** Each residual divided by its norm: only its direction counts. */
    NORMALISED("Directions"),
    /** Directions without what all tokens of a level have in common: the tokens pull apart. */
    MEAN_SUBTRACTED("Subtract each level's mean"),
    /** Nothing done, nothing left out: one giant takes the first axis, all others sit still. */
    RAW("Raw vectors");

    private final String label;

    DriftView(String label) {
        this.label = label;
    }

    /** @return the words on screen */
    public String label() {
        return label;
    }

    boolean leavesGiantsOut() {
        return this != RAW;
    }
}
