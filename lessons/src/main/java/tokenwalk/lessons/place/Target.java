package tokenwalk.lessons.place;

import java.util.Optional;
import tokenwalk.lessons.fact.Expression;

/**
 * What a step points at: a part of a screen, and which of its kind: «candidate bars», «token 12», «token last»,
 * «level last_level».
 *
 * @param which for numbered parts, which one; none points at the part as a whole
 */
public record Target(Part part, Optional<Expression> which) {
    public Target {
        if (which.isPresent() && part.numbered() == Part.Numbered.NOTHING) {
            throw new IllegalArgumentException("«" + part.written() + "» has no number");
        }
    }

    public static Target of(Part part) {
        return new Target(part, Optional.empty());
    }
}
