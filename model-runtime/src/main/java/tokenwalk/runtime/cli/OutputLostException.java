package tokenwalk.runtime.cli;

import java.io.IOException;
import java.util.Locale;

/** Standard output takes nothing more. */
final class OutputLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutputLostException(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** @return whether the reader has simply had enough, as {@code head} has, and nothing is wrong */
    boolean readerIsGone() {
        // «Broken pipe», on Windows «The pipe is being closed» or «… has been ended».
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
