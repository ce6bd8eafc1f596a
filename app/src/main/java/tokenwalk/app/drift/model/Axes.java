package tokenwalk.app.drift.model;

import tokenwalk.runtime.tensor.Vector;

/**
 * Two directions in the space of the residual vectors, and how much of the spread they show.
 *
 * @param centre [width]; it is drawn at 0, 0
 * @param first [width], of length 1, or all zeros where nothing spreads
 * @param second [width], likewise
 * @param firstShare of the total variance, 0…1
 * @param secondShare of the total variance, 0…1
 */
public record Axes(Vector centre, Vector first, Vector second, double firstShare, double secondShare) {
    public Axes {
        if (centre.size() != first.size() || centre.size() != second.size()) {
            throw new IllegalArgumentException("axes of different widths");
        }
        if (!(firstShare >= 0 && secondShare >= 0 && firstShare + secondShare <= 1 + 1e-6)) {
            throw new IllegalArgumentException("no shares of one whole: " + firstShare + ", " + secondShare);
        }
    }

    /** @return where a vector of this width is drawn */
    public Spot place(Vector vector) {
        return new Spot(vector.dot(first) - centre.dot(first), vector.dot(second) - centre.dot(second));
    }
}
