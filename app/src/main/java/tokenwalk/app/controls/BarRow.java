package tokenwalk.app.controls;

import java.util.OptionalDouble;

/**
 * One token with its share of the probability.
 *
 * @param token how it is written
 * @param share 0…1, what is expected
 * @param drawn 0…1, the share it got in draws; empty before any draw
 * @param cut whether a filter took it out
 */
public record BarRow(TokenLabel token, double share, OptionalDouble drawn, boolean cut) {
    public BarRow {
        if (!(share >= 0 && share <= 1 + 1e-6)) {
            throw new IllegalArgumentException("not a share: " + share);
        }
    }

    /** @return a row that no draw has touched */
    public static BarRow of(TokenLabel token, double share) {
        return new BarRow(token, share, OptionalDouble.empty(), false);
    }
}
