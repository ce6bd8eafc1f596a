package tokenwalk.app.controls;

/**
 * Where the parts of a {@link LensGrid} lie, in pixels.
 *
 * @param left of the cells; the levels' numbers stand before it
 * @param width of the part of the cells that can be seen
 * @param height of the part of the rows that can be seen; rows begin at 0
 * @param scrollX how far the cells are scrolled
 * @param scrollY how far the rows are scrolled
 * @param curveLeft where the rank curve begins; as wide as {@code curveWidth}
 */
record LensGeometry(
        int lastLevel,
        int columns,
        double left,
        double width,
        double height,
        double rowHeight,
        double columnWidth,
        double scrollX,
        double scrollY,
        double curveLeft,
        double curveWidth) {

    static final LensGeometry NONE = new LensGeometry(0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0);

    double top(int level) {
        return (lastLevel - level) * rowHeight - scrollY;
    }

    double middle(int level) {
        return top(level) + rowHeight / 2;
    }

    double columnLeft(int position) {
        return left + position * columnWidth - scrollX;
    }

    double right() {
        return left + width;
    }

    /** @return the level of a row at this height, −1 for none */
    int levelAt(double y) {
        int row = (int) Math.floor((y + scrollY) / rowHeight);
        return y < 0 || y >= height || row < 0 || row > lastLevel ? -1 : lastLevel - row;
    }

    /** @return the position of the column at this place, −1 for none */
    int positionAt(double x) {
        int column = (int) Math.floor((x - left + scrollX) / columnWidth);
        return x < left || x >= right() || column >= columns ? -1 : column;
    }

    int firstSeen() {
        return Math.max(0, (int) (scrollX / columnWidth));
    }

    int lastSeen() {
        return Math.min(columns - 1, (int) ((scrollX + width - 0.5) / columnWidth));
    }

    /** @return how far the cells can be scrolled */
    double mostX() {
        return Math.max(0, columns * columnWidth - width);
    }

    double mostY() {
        return Math.max(0, (lastLevel + 1) * rowHeight - height);
    }

    /** @return where a rank is drawn: the best at the right, logarithmic */
    double rankX(double rank, int worst) {
        double share = Math.log(Math.max(1, rank)) / Math.log(Math.max(2, worst));
        return curveLeft + curveWidth * (1 - share);
    }
}
