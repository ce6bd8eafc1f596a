package tokenwalk.runtime.weights;

import java.nio.file.Path;

/** A model file that cannot be used. The message is one sentence or two for the user: what is wrong, how to mend it. */
public final class ModelFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelFileException(String message) {
        super(message);
    }

    public ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }

    static ModelFileException truncated(Path file) {
        return new ModelFileException(file + " ends too early: it is truncated. Copy or download it again.");
    }

    static ModelFileException damaged(Path file, String what) {
        return new ModelFileException(file + " is damaged: " + what + ". Copy or download it again.");
    }
}
