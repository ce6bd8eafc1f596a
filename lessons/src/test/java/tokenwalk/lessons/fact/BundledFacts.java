package tokenwalk.lessons.fact;

import java.util.List;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.token.Token;

/** Facts of the model that ships, opened once for all tests. */
public final class BundledFacts {
    static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});

    private BundledFacts() {}

    /** @param generated how many tokens at the end of the text were generated */
    public static LiveFacts of(String text, int generated) {
        List<Token> tokens = MODEL.encodePrompt(text);
        return new LiveFacts(new ReadText(MODEL, new GenerationSession(MODEL).read(tokens), tokens.size() - generated));
    }
}
