package tokenwalk.lessons.file;

import java.util.HashMap;
import java.util.Map;

/** On which line of a file each value stands; kept beside the lesson, whose values know nothing of files. */
public final class Lines {
    /** Of a file that no lesson could be read from. */
    static final Lines NONE = new Lines(Map.of());

    /** By JSON Pointer (RFC 6901), such as {@code /steps/3/state/layer}. */
    private final Map<String, Integer> lines;

    private Lines(Map<String, Integer> lines) {
        this.lines = Map.copyOf(lines);
    }

    static Lines of(JsonNode root) {
        Map<String, Integer> lines = new HashMap<>();
        collect("", root, lines);
        return new Lines(lines);
    }

    private static void collect(String pointer, JsonNode node, Map<String, Integer> lines) {
        lines.put(pointer, node.line());
        switch (node) {
            case JsonNode.Fields fields ->
                fields.fields().forEach(field -> collect(pointer + "/" + field.key(), field.value(), lines));
            case JsonNode.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    collect(pointer + "/" + i, items.items().get(i), lines);
                }
            }
            case JsonNode.Text _, JsonNode.Numeral _, JsonNode.Flag _, JsonNode.Nothing _ -> {}
        }
    }

    /** @return the line of the value, or of the nearest one around it that is there */
    int at(String pointer) {
        String here = pointer;
        while (!lines.containsKey(here) && !here.isEmpty()) {
            here = here.substring(0, here.lastIndexOf('/'));
        }
        return lines.getOrDefault(here, 1);
    }
}
