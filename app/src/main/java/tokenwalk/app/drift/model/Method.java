package tokenwalk.app.drift.model;

/** How vectors come onto the plane. */
public sealed interface Method {
    /** On the two axes of the largest variance. */
    record Fitted(DriftView view) implements Method {}

    /** On the rows of two tokens. */
    record TwoWords(WordAxes words) implements Method {}

    /** By t-SNE. */
    record Neighbours() implements Method {}
}
