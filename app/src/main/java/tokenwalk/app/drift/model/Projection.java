package tokenwalk.app.drift.model;

import java.util.List;
import tokenwalk.runtime.tensor.Vector;

/** A way to choose the two axes on which many vectors are drawn. The same vectors always give the same axes. */
public interface Projection {
    /**
     * @param vectors at least one, all of one width
     * @return axes that show as much of their spread as this way can
     */
    Axes fit(List<Vector> vectors);
}
