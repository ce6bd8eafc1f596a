package tokenwalk.app.library.model;

import java.util.OptionalLong;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.transformer.ModelShape;

/**
 * The size of a model in the field's numbers.
 *
 * @param memory bytes needed to open it; none where that is not known
 */
public record Figures(long parameters, int layers, int heads, int width, int vocabulary, OptionalLong memory) {
    static Figures of(LanguageModel model) {
        ModelShape shape = model.shape();
        return new Figures(
                model.facts().parameters(),
                shape.layers(),
                shape.attention().heads(),
                shape.width(),
                shape.vocabulary(),
                OptionalLong.empty());
    }

    Figures withMemory(OptionalLong needed) {
        return new Figures(parameters, layers, heads, width, vocabulary, needed);
    }
}
