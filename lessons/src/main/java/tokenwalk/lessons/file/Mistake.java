package tokenwalk.lessons.file;

/**
 * Something wrong in a lesson file.
 *
 * @param file its name within the pack
 * @param line counted from 1
 * @param what is wrong
 * @param mend what to do about it; empty if what is wrong says so
 */
public record Mistake(String file, int line, String what, String mend) {
    /** @return one line, as compilers write it */
    @Override
    public String toString() {
        return "%s:%d: %s %s".formatted(file, line, what, mend).strip();
    }
}
