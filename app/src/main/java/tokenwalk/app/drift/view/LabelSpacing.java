package tokenwalk.app.drift.view;

/**
 * Distances between labels and dots, in pixels.
 *
 * @param row height of a label
 * @param near dots within this distance of each other are a crowd
 * @param reach from a crowd to its column of labels
 * @param elbow the level part of a leader, its gap to the label included
 * @param gap between a dot and a label that touches it
 */
record LabelSpacing(double row, double near, double reach, double elbow, double gap) {
    static LabelSpacing scaled(double scale) {
        return new LabelSpacing(18 * scale, 24 * scale, 26 * scale, 13 * scale, 6 * scale);
    }
}
