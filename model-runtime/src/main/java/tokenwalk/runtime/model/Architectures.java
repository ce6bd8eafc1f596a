package tokenwalk.runtime.model;

import java.nio.file.Path;
import java.util.List;
import tokenwalk.runtime.weights.ModelFileException;

/** The architectures that are read, by the names both formats give them. */
final class Architectures {
    static final String GPT2 = "gpt2";
    static final String LLAMA = "llama";
    static final String QWEN2 = "qwen2";

    private static final List<String> KNOWN = List.of(GPT2, LLAMA, QWEN2);

    private Architectures() {}

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    static ModelFileException unknown(Path path, String name) {
        return new ModelFileException(
                "%s has the architecture «%s», which is not read here. Choose a model of the architecture «%s»."
                        .formatted(path, name, String.join("», «", KNOWN)));
    }
}
