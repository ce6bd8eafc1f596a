package tokenwalk.lessons.file;

import java.util.List;

/** A JSON value and the line on which it begins, counted from 1. */
sealed interface JsonNode {
    int line();

    /** @return what it is, as a sentence says it */
    String kind();

    record Text(int line, String value) implements JsonNode {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** @param value infinite where a number is beyond what a double holds */
    record Numeral(int line, double value) implements JsonNode {
        @Override
        public String kind() {
            return "a number";
        }
    }

    record Flag(int line, boolean value) implements JsonNode {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    record Nothing(int line) implements JsonNode {
        @Override
        public String kind() {
            return "null";
        }
    }

    record Items(int line, List<JsonNode> items) implements JsonNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** An object; a key that was written twice is in it twice. */
    record Fields(int line, List<Field> fields) implements JsonNode {
        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /** @param line on which the key stands */
    record Field(int line, String key, JsonNode value) {}
}
