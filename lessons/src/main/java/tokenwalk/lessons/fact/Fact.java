package tokenwalk.lessons.fact;

/** All that may be asked of a model and a text. */
public enum Fact {
    LAYERS
}
