package tokenwalk.lessons.fact;

import java.util.List;
import java.util.function.ToLongFunction;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Words;
import tokenwalk.runtime.transformer.ModelShape;

/** What is true of the model whatever it reads. */
final class ModelFacts {
    static final List<Fact> ALL = List.of(
            Fact.words(
                    "model_name",
                    "its name",
                    (facts, _) -> new Words(facts.model().facts().name())),
            Fact.words(
                    "architecture",
                    "its family, in the model file's word",
                    (facts, _) -> new Words(facts.model().facts().architecture())),
            Fact.words(
                    "parameters",
                    "how many numbers it was trained to have, in words: 135 million",
                    (facts, _) -> new Words(Amount.count(facts.model().facts().parameters()))),
            Fact.number(
                    "parameter_count",
                    "the same, to the last one",
                    (facts, _) -> new Count(facts.model().facts().parameters())),
            size("layers", "blocks, counted from 0", ModelShape::layers),
            size(
                    "last_level",
                    "the last level of the residual stream: as many as there are layers",
                    ModelShape::layers),
            size("levels", "levels of the residual stream: one more than there are layers", ModelShape::levels),
            size("width", "numbers in a vector of the residual stream", ModelShape::width),
            size(
                    "heads",
                    "attention heads of a layer",
                    shape -> shape.attention().heads()),
            size(
                    "all_heads",
                    "attention heads of all layers",
                    shape -> (long) shape.layers() * shape.attention().heads()),
            size(
                    "key_value_heads",
                    "key/value heads of a layer",
                    shape -> shape.attention().keyValueHeads()),
            size(
                    "head_width",
                    "numbers in a query, a key or a value",
                    shape -> shape.attention().headWidth()),
            size("inner_width", "neurons of an MLP", ModelShape::innerWidth),
            size("vocabulary", "tokens it knows", ModelShape::vocabulary),
            size("context", "most tokens a text may have", ModelShape::contextLength),
            Fact.number(
                    "file_megabytes",
                    "size of its file in MB",
                    (facts, _) -> new Decimal(facts.model().facts().byteSize() / 1e6, 1)),
            Fact.words(
                    "file_type",
                    "how most of its numbers are stored",
                    (facts, _) -> new Words(facts.model().facts().fileType())),
            Fact.token(
                    "end_of_text",
                    "the token by which it says that it has ended; the lowest id of several",
                    (facts, _) -> endOfText(facts)),
            Fact.number(
                    "special_count",
                    "special tokens of the vocabulary",
                    (facts, _) -> new Count(
                            facts.model().tokenizer().vocabulary().specials().size())),
            Fact.number(
                    "key_value_head",
                    "the key/value head that a head reads",
                    (facts, arguments) -> new Count(facts.shape().attention().keyValueHead(arguments.head(0))),
                    Parameter.HEAD));

    private ModelFacts() {}

    private static Fact size(String name, String meaning, ToLongFunction<ModelShape> size) {
        return Fact.number(name, meaning, (facts, _) -> new Count(size.applyAsLong(facts.shape())));
    }

    private static FactValue endOfText(LiveFacts facts) {
        return facts.model().endOfText().stream()
                .sorted()
                .findFirst()
                .map(facts.model()::token)
                .map(OneToken::new)
                .orElseThrow(() -> new FactException("end_of_text: this model has no token that ends a text."));
    }
}
