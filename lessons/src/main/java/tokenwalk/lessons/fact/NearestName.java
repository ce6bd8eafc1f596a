package tokenwalk.lessons.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who misspelt a name. */
public final class NearestName {
    /** One letter wrong in about so many is a slip; more is another word. */
    private static final int LETTERS_PER_SLIP = 3;

    private NearestName() {}

    /** @return the name that takes the fewest changes of a letter, the first of equal ones; none if all are far off */
    public static Optional<String> of(String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .filter(name -> distance(written, name) <= Math.max(1, (name.length() + 1) / LETTERS_PER_SLIP));
    }

    /** @return « Did you mean «layers»?» with the space before it; nothing if no name is near */
    public static String question(String written, Collection<String> names) {
        return of(written, names).map(" Did you mean «%s»?"::formatted).orElse("");
    }

    /** Letters put in, left out or changed; Levenshtein 1966. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
