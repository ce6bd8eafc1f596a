package tokenwalk.runtime.model;

import java.nio.file.Path;
import tokenwalk.runtime.weights.ModelFileException;

/** Where the model that ships with Tokenwalk lies. */
public final class BundledModelFile {
    /** Tells the folder Tokenwalk is installed in, the one that holds {@code assets}; the launcher sets it. */
    public static final String HOME_PROPERTY = "tokenwalk.home";

    private static final String PLACE = "assets/models/SmolLM2-135M-Instruct/SmolLM2-135M-Instruct.Q4_1.gguf";

    private BundledModelFile() {}

    /** @throws ModelFileException if nobody said where Tokenwalk is installed */
    public static Path path() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new ModelFileException("Where the bundled model lies is not known, because -D%s is not set. %s"
                    .formatted(HOME_PROPERTY, "Start with ./tokenwalk, or name a model with --model."));
        }
        return Path.of(home, PLACE);
    }
}
