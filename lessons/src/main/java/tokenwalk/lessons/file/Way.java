package tokenwalk.lessons.file;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The way through a lesson: from the first step every step must be reached, and from every step the end. */
final class Way {
    private final List<JsonNode> steps;
    private final Mistakes mistakes;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<int[]> following;

    /** @param steps as written, so that the way is checked whatever else is wrong in them */
    Way(List<JsonNode> steps, Mistakes mistakes) {
        this.steps = steps;
        this.mistakes = mistakes;
        for (int step = 0; step < steps.size(); step++) {
            Optional<JsonNode.Text> id = text(step, "id");
            if (id.isPresent() && indexes.putIfAbsent(id.get().value(), step) != null) {
                mistakes.add(
                        id.get().line(),
                        "Another step has the id «" + id.get().value() + "» already.",
                        "Choose another.");
            }
        }
        this.following = IntStream.range(0, steps.size()).mapToObj(this::after).toList();
    }

    void check() {
        BitSet reached = new BitSet();
        follow(0, reached);
        for (int step = reached.nextClearBit(0); step < steps.size(); step = reached.nextClearBit(step)) {
            mistakes.add(
                    steps.get(step).line(),
                    "No step leads here.",
                    "Remove this step, or name it in the «next» or «if_wrong» of another.");
            // What only this step leads to is no mistake of its own.
            follow(step, reached);
        }
        for (int step = 0; step < steps.size(); step++) {
            Optional<JsonNode.Text> next = text(step, "next");
            // Every circle holds a step that leads back.
            if (next.isPresent() && leadsBack(step) && !reachesEnd(step)) {
                mistakes.add(
                        next.get().line(),
                        "This leads back, and from there no way leads to the end.",
                        "Remove it, or let a step on the way go on to one below.");
            }
        }
    }

    private boolean leadsBack(int step) {
        return text(step, "next")
                .map(JsonNode.Text::value)
                .map(indexes::get)
                .filter(target -> target <= step)
                .isPresent();
    }

    private boolean reachesEnd(int step) {
        BitSet reached = new BitSet();
        follow(step, reached);
        return reached.get(steps.size());
    }

    /** Marks a step and all that can come after it; the end counts as one more step. */
    private void follow(int first, BitSet reached) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(first);
        while (!open.isEmpty()) {
            int step = open.pop();
            if (reached.get(step)) {
                continue;
            }
            reached.set(step);
            if (step < steps.size()) {
                IntStream.of(following.get(step)).forEach(open::push);
            }
        }
    }

    private int[] after(int step) {
        int next = target(step, "next").orElse(step + 1);
        return IntStream.concat(
                        IntStream.of(next), target(step, "if_wrong").stream().mapToInt(Integer::intValue))
                .toArray();
    }

    private Optional<Integer> target(int step, String key) {
        return text(step, key).flatMap(id -> {
            Optional<Integer> index = Optional.ofNullable(indexes.get(id.value()));
            if (index.isEmpty()) {
                mistakes.add(
                        id.line(),
                        "No step has the id «" + id.value() + "».",
                        indexes.isEmpty()
                                ? "Give the step that is meant this «id»."
                                : KnownNames.mend(id.value(), indexes.keySet()));
            }
            return index;
        });
    }

    private Optional<JsonNode.Text> text(int step, String key) {
        return Stream.of(steps.get(step))
                .filter(JsonNode.Fields.class::isInstance)
                .flatMap(node -> ((JsonNode.Fields) node).fields().stream())
                .filter(field -> field.key().equals(key))
                .map(JsonNode.Field::value)
                .filter(JsonNode.Text.class::isInstance)
                .map(JsonNode.Text.class::cast)
                .findFirst();
    }
}
