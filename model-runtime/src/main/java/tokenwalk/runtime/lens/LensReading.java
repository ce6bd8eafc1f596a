package tokenwalk.runtime.lens;

import java.util.List;

/**
 * What the model would say next if it stopped at one residual vector.
 *
 * @param best the best tokens, best first
 * @param followed where the token that is followed stands
 */
public record LensReading(List<Candidate> best, Candidate followed) {
    public LensReading {
        best = List.copyOf(best);
    }
}
