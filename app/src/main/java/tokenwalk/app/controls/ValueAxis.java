package tokenwalk.app.controls;

import java.util.ArrayList;
import java.util.List;

/** A linear axis from the bottom of a plot to its top. */
record ValueAxis(double lowest, double highest, double top, double bottom) {

    /** A range of nothing is widened, so that it can be drawn. */
    ValueAxis {
        if (!(highest > lowest)) {
            highest = lowest + 1;
        }
    }

    double at(double value) {
        return bottom - (value - lowest) / (highest - lowest) * (bottom - top);
    }

    /** @return round numbers, no two nearer than so many pixels */
    List<Double> ticks(double apart) {
        double step = step(apart);
        List<Double> ticks = new ArrayList<>();
        // Counted, not added up, so that 0 is 0.
        for (long i = (long) Math.ceil(lowest / step); i * step <= highest; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private double step(double apart) {
        double least = (highest - lowest) * apart / Math.max(1, bottom - top);
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * decade >= least) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }

    /** @return how many decimal places the numbers of this axis need */
    int places() {
        return highest - lowest >= 4 ? 0 : 1;
    }
}
