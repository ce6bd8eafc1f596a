package tokenwalk.app;

import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;

/** The model that ships, opened once for all tests of a JVM: it is immutable. */
public final class TestModel {
    private static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});

    private TestModel() {}

    public static LanguageModel model() {
        return MODEL;
    }
}
