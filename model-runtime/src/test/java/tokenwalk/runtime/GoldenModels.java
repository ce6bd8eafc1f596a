package tokenwalk.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;

/** The models that the reference was computed with, each opened once for all tests. */
public final class GoldenModels {
    private static final Map<String, LanguageModel> OPEN = new ConcurrentHashMap<>();

    private GoldenModels() {}

    /** @param name «bundled», or a file or folder of the reference */
    public static LanguageModel named(String name) {
        return name.equals("bundled")
                ? BundledModel.model()
                : OPEN.computeIfAbsent(
                        name, one -> new ModelLoader(2).open(Golden.resource("golden/" + one), (_, _) -> {}));
    }
}
