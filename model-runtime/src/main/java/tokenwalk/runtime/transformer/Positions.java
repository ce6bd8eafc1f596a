package tokenwalk.runtime.transformer;

/** How a model tells where in the text a token stands. */
public sealed interface Positions permits Rotary, PositionTable {}
