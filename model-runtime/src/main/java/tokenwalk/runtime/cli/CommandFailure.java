package tokenwalk.runtime.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a command was asked for cannot be done. The message is for the user: what is wrong, how to mend it. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandFailure(String message) {
        super(message);
    }

    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param cause its message is for the user already */
    public CommandFailure(Throwable cause) {
        this(String.valueOf(cause.getMessage()), cause);
    }

    /** A file that cannot be written. */
    public static CommandFailure cannotWrite(Path file, IOException cause) {
        return new CommandFailure("Cannot write %s: %s. Choose another place.".formatted(file, reason(cause)), cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such place";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
