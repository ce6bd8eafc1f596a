package tokenwalk.runtime;

import java.nio.file.Path;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;

/** The model in the tree, opened once for all tests. */
public final class BundledModel {
    public static final Path FILE = BundledModelFile.path();

    private static final LanguageModel MODEL = new ModelLoader(2).open(FILE, (_, _) -> {});

    private BundledModel() {}

    public static LanguageModel model() {
        return MODEL;
    }
}
