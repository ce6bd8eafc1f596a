package tokenwalk.lessons.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** All facts, in the order of the documentation. */
public final class FactCatalogue {
    /** Facts that belong together. */
    public record Topic(String title, List<Fact> facts) {
        public Topic {
            facts = List.copyOf(facts);
        }
    }

    private static final List<Topic> TOPICS = List.of(
            new Topic("The model", ModelFacts.ALL),
            new Topic("The text", TextFacts.ALL),
            new Topic("The next token", NextTokenFacts.ALL),
            new Topic("The lens", LensFacts.ALL),
            new Topic("Attention", AttentionFacts.ALL),
            new Topic("Lengths and angles", GeometryFacts.ALL),
            new Topic("Rows of the embedding", EmbeddingFacts.ALL),
            new Topic("The loop", LoopFacts.ALL),
            new Topic("Training", TrainingFacts.ALL),
            new Topic("Chat", ChatFacts.ALL),
            new Topic("Cost", CostFacts.ALL),
            new Topic("Sums", SumFacts.ALL));

    private static final SequencedMap<String, Fact> BY_NAME = TOPICS.stream()
            .flatMap(topic -> topic.facts().stream())
            .collect(Collectors.toMap(
                    Fact::name,
                    fact -> fact,
                    (one, other) -> {
                        throw new IllegalStateException("two facts are called " + one.name());
                    },
                    LinkedHashMap::new));

    private FactCatalogue() {}

    public static List<Topic> topics() {
        return TOPICS;
    }

    public static List<Fact> all() {
        return List.copyOf(BY_NAME.values());
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    public static Optional<Fact> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @return the documentation: a table in Markdown for each topic, with usage and meaning of each fact */
    public static String markdown() {
        return TOPICS.stream().map(FactCatalogue::table).collect(Collectors.joining("\n"));
    }

    private static String table(Topic topic) {
        return topic.facts().stream()
                .map(fact -> "| `%s` | %s |\n".formatted(fact.usage(), fact.meaning()))
                .collect(Collectors.joining(
                        "", "### " + topic.title() + "\n\n| fact | what it is |\n| --- | --- |\n", ""));
    }
}
