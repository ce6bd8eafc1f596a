package tokenwalk.runtime.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.tensor.kernel.Workers;

/** The options that all commands share; a picocli mixin. */
public final class ModelOptions {
    static final String DEBUG = "--debug";

    @Option(
            names = "--model",
            paramLabel = "PATH",
            description =
                    "The model, a GGUF file or a Hugging Face folder. Default: the one that ships with Tokenwalk.")
    private Optional<Path> path = Optional.empty();

    @Option(names = DEBUG, description = "After an error, also print where in the program it happened.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** @return the file to open */
    public Path path() {
        return path.orElseGet(BundledModelFile::path);
    }

    /** @throws tokenwalk.runtime.weights.ModelFileException if the file cannot be used */
    public LanguageModel open() {
        return open(loader());
    }

    LanguageModel open(ModelLoader loader) {
        return loader.open(path(), (_, _) -> {});
    }

    /** @throws CommandFailure if a kernel is asked for that does not exist */
    static ModelLoader loader() {
        return loader(Workers.defaultThreads());
    }

    static ModelLoader loader(int threads) {
        try {
            return new ModelLoader(threads);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e);
        }
    }
}
