package tokenwalk.app.drift.view;

import tokenwalk.app.drift.model.Frame;
import tokenwalk.app.drift.model.Spot;

/**
 * From the picture's plane to pixels. The same at every level: only zoom and pan change it.
 *
 * @param plot the ground
 * @param inset free at each side, so that dots on the frame are whole
 * @param gutter free at the right, for labels
 */
record PlotGeometry(Box plot, Frame frame, Viewport viewport, double inset, double gutter) {
    double x(Spot spot) {
        double across = inset + (spot.x() - frame.left()) / frame.width() * (plot.width() - 2 * inset - gutter);
        return plot.x() + across * viewport.scale() + viewport.offsetX() * plot.width();
    }

    double y(Spot spot) {
        double down = inset + (frame.top() - spot.y()) / frame.height() * (plot.height() - 2 * inset);
        return plot.y() + down * viewport.scale() + viewport.offsetY() * plot.height();
    }
}
