package tokenwalk.lessons.place;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.NearestName;

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

    /**
     * Reads a target as written in a lesson: the longest name of a part that the text begins with, then which one.
     *
     * @throws FactException if there is no such part, or the number after it cannot be read
     */
    public static Target parse(String written) {
        String text = String.join(" ", written.strip().split("\\s+"));
        Part part = Arrays.stream(Part.values())
                .filter(candidate -> text.equals(candidate.written()) || text.startsWith(candidate.written() + " "))
                .max(Comparator.comparingInt(candidate -> candidate.written().length()))
                .orElseThrow(() -> unknown(text));
        String rest = text.substring(part.written().length()).strip();
        if (rest.isEmpty()) {
            return of(part);
        }
        if (part.numbered() == Part.Numbered.NOTHING) {
            throw new FactException("The target «%s» has no number, so nothing can follow it; «%s» does.%s"
                    .formatted(part.written(), rest, NearestName.question(text, names())));
        }
        return new Target(part, Optional.of(Expressions.parse(rest)));
    }

    private static FactException unknown(String text) {
        // Of «levle 28» only the beginning is a name.
        Optional<String> near = NearestName.of(text, names())
                .or(() -> NearestName.of(text.substring(0, Math.max(0, text.lastIndexOf(' '))), names()));
        return new FactException("There is no target «" + text + "»."
                + near.map(" Did you mean «%s»?"::formatted).orElse(""));
    }

    private static List<String> names() {
        return Arrays.stream(Part.values()).map(Part::written).toList();
    }
}
