package tokenwalk.app.lens.model;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.app.session.Reading;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.tensor.Vector;

/**
 * Everything that the lens reads at one position.
 *
 * @param position in the text
 * @param levels one reading a level, level 0 first; all follow the same token
 */
public record LensColumn(int position, List<LensReading> levels) {
    public LensColumn {
        levels = List.copyOf(levels);
    }

    /** @return the id of the token whose ranks are told */
    public int followed() {
        return levels.getFirst().followed().id();
    }

    /** @return where the followed token stands, level by level */
    public List<Candidate> path() {
        return levels.stream().map(LensReading::followed).toList();
    }

    /** @return the token that the model predicts here */
    public int prediction() {
        return levels.getLast().best().getFirst().id();
    }

    /** Follows what the model predicts at this position. Takes a while: not for the FX thread. */
    static LensColumn read(Reading reading, int position, int listed) {
        List<LensReading> last = read(reading, position, reading.trace().shape().layers(), 1, 0);
        return read(reading, position, listed, last.getFirst().best().getFirst().id());
    }

    /** Follows a token that somebody chose. Takes a while: not for the FX thread. */
    static LensColumn read(Reading reading, int position, int listed, int followed) {
        return new LensColumn(position, read(reading, position, 0, listed, followed));
    }

    private static List<LensReading> read(Reading reading, int position, int fromLevel, int listed, int followed) {
        List<Vector> residuals = new ArrayList<>();
        for (int level = fromLevel; level < reading.trace().shape().levels(); level++) {
            residuals.add(reading.trace().residual(level, position));
        }
        return reading.model().lens().read(residuals, listed, followed);
    }
}
