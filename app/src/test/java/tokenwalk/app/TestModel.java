package tokenwalk.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;

/** The model that ships and the reference's, each opened once for all tests of a JVM: they are immutable. */
public final class TestModel {
    private static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});

    private static final Map<Path, LanguageModel> OPENED =
            new ConcurrentHashMap<>(Map.of(BundledModelFile.path(), MODEL));

    private TestModel() {}

    /** @return the model of a file or folder */
    public static LanguageModel at(Path path) {
        return OPENED.computeIfAbsent(path, file -> new ModelLoader(2).open(file, (_, _) -> {}));
    }

    /** @return where one of the reference's small models lies */
    public static Path golden(String name) {
        return Path.of(
                Objects.requireNonNull(System.getProperty("tokenwalk.home")),
                "model-runtime/src/test/resources/golden",
                name);
    }

    public static LanguageModel model() {
        return MODEL;
    }
}
