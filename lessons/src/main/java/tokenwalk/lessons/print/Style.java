package tokenwalk.lessons.print;

import java.awt.Color;

/**
 * How words look.
 *
 * @param size in points
 * @param strong whether all of them are
 * @param centred whether lines stand in the middle
 */
record Style(float size, Color color, boolean strong, boolean centred) {
    static Style of(float size) {
        return new Style(size, Ink.TEXT, false, false);
    }

    Style in(Color other) {
        return new Style(size, other, strong, centred);
    }

    Style bold() {
        return new Style(size, color, true, centred);
    }

    Style middle() {
        return new Style(size, color, strong, true);
    }

    /** @return the distance between lines */
    float leading() {
        return size * 1.45f;
    }
}
