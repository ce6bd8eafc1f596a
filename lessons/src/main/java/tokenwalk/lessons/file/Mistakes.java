package tokenwalk.lessons.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found wrong in a file so far. */
final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(int line, String what, String mend) {
        found.add(new Mistake(file, line, what, mend));
    }

    /** @param message says in one or more sentences what is wrong and then how to mend it */
    void add(int line, String message) {
        String[] sentences = message.strip().split("(?<=[.?!]) +", 2);
        add(line, sentences[0], sentences.length == 2 ? sentences[1] : "All there are stand in docs/lesson-format.md.");
    }

    boolean none() {
        return found.isEmpty();
    }

    /** @return all, by line */
    List<Mistake> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(Mistake::line))
                .distinct()
                .toList();
    }
}
