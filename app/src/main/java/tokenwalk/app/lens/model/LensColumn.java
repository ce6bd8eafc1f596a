package tokenwalk.app.lens.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tokenwalk.app.session.Reading;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;

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

    /**
     * Reads several positions at once. Takes a while: not for the FX thread.
     *
     * @param chosen the token to follow everywhere; none: at each position what the model predicts there
     */
    static List<LensColumn> read(Reading reading, List<Integer> positions, int listed, Optional<Token> chosen) {
        int levels = reading.trace().shape().levels();
        List<Vector> residuals = new ArrayList<>();
        int[] followed = new int[positions.size() * levels];
        int[] predicted = chosen.isPresent() ? new int[0] : predictions(reading, positions);
        for (int i = 0; i < positions.size(); i++) {
            for (int level = 0; level < levels; level++) {
                followed[residuals.size()] = chosen.isPresent() ? chosen.get().id() : predicted[i];
                residuals.add(reading.trace().residual(level, positions.get(i)));
            }
        }
        List<LensReading> all = reading.model().lens().read(residuals, listed, followed);
        return IntStream.range(0, positions.size())
                .mapToObj(i -> new LensColumn(positions.get(i), all.subList(i * levels, (i + 1) * levels)))
                .toList();
    }

    private static int[] predictions(Reading reading, List<Integer> positions) {
        int last = reading.trace().shape().layers();
        List<Vector> residuals = positions.stream()
                .map(position -> reading.trace().residual(last, position))
                .toList();
        return reading.model().lens().read(residuals, 1, 0).stream()
                .mapToInt(read -> read.best().getFirst().id())
                .toArray();
    }
}
