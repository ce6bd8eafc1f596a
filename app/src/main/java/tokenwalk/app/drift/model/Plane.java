package tokenwalk.app.drift.model;

import tokenwalk.runtime.tensor.Vector;

/** What the two axes of a picture are, and where they put a token. Fixed for all levels of a picture. */
sealed interface Plane permits Basis, WordPlane, NeighbourMap {
    /** @return what the picture shows */
    Frame frame();

    /** @return the vector that is drawn, in all its dimensions; what lies near it there should lie near it here */
    Vector seen(int level, Vector residual);

    Spot place(int level, int token, Vector residual);

    /** @return what the horizontal axis is, in words */
    String horizontal();

    /** @return what the vertical axis is, in words */
    String vertical();

    /** @return whether the lines of coordinate 0 mean something */
    boolean hasOrigin();

    /** @return whether it can place vectors that it has not seen before */
    boolean takesNewcomers();
}
