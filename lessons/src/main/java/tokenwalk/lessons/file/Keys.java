package tokenwalk.lessons.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tokenwalk.lessons.file.JsonNode.Field;

/** The keys of a JSON object. What is missing, written twice or never asked for is a mistake. */
final class Keys {
    private final JsonNode.Fields object;
    private String owner;
    private final Mistakes mistakes;
    private final Map<String, JsonNode> values = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param owner what the object is, for messages: «A step» */
    Keys(JsonNode.Fields object, String owner, Mistakes mistakes) {
        this.object = object;
        this.owner = owner;
        this.mistakes = mistakes;
        for (Field field : object.fields()) {
            if (values.putIfAbsent(field.key(), field.value()) != null) {
                mistakes.add(field.line(), "«" + field.key() + "» is written twice.", "Keep one of the two.");
            }
        }
    }

    /** Names the object more exactly in messages, now that more is known of it. */
    Keys calledBy(String moreExactly) {
        owner = moreExactly;
        return this;
    }

    int line() {
        return object.line();
    }

    /** @return whether it is there, whatever its value */
    boolean has(String key) {
        return values.containsKey(key);
    }

    /** @return the one of these keys that is there; it is a mistake if there are none or several */
    Optional<String> onlyOne(List<String> kinds) {
        List<String> there = object.fields().stream()
                .map(Field::key)
                .filter(kinds::contains)
                .distinct()
                .toList();
        if (there.size() > 1) {
            mistakes.add(
                    object.line(),
                    owner + " has both «" + there.getFirst() + "» and «" + there.get(1) + "».",
                    "Keep one of the two.");
        } else if (there.isEmpty() && object.fields().isEmpty()) {
            mistakes.add(object.line(), owner + " is empty.", "Give it one of: " + String.join(", ", kinds) + ".");
        } else if (there.isEmpty()) {
            Field first = object.fields().getFirst();
            mistakes.add(
                    first.line(), owner + " has no key «" + first.key() + "».", KnownNames.mend(first.key(), kinds));
        }
        return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
    }

    /** @return its value as read; none if it is missing or wrong */
    <T> Optional<T> optional(String key, Function<JsonNode, Optional<T>> read) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).flatMap(read);
    }

    /** As {@link #optional}, but a missing key is a mistake. */
    <T> Optional<T> required(String key, Function<JsonNode, Optional<T>> read) {
        if (!has(key)) {
            mistakes.add(object.line(), owner + " has no «" + key + "».", "Add one.");
        }
        return optional(key, read);
    }

    /** Every key that was not asked for is a mistake. */
    void noOthers() {
        List<String> known = new ArrayList<>(asked);
        for (Field field : object.fields()) {
            if (!asked.contains(field.key())) {
                mistakes.add(
                        field.line(),
                        owner + " has no key «" + field.key() + "».",
                        KnownNames.mend(field.key(), known));
            }
        }
    }
}
