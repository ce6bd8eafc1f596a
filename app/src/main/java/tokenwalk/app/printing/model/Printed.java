package tokenwalk.app.printing.model;

import java.nio.file.Path;

/** What became of a print. */
public sealed interface Printed {
    /** Nothing was printed yet. */
    record Nothing() implements Printed {}

    record UnderWay(Path file) implements Printed {}

    record Done(Path file) implements Printed {}

    /** @param message what is wrong and how to mend it, in one line */
    record Failed(String message) implements Printed {}
}
