package tokenwalk.lessons.file;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tokenwalk.lessons.file.JsonNode.Field;

/** Reads JSON into a tree that knows the line of everything. */
final class JsonTree {
    /** Lessons need 6; a file that nests deeper is refused before it fills the stack. */
    private static final int DEEPEST = 20;

    private final OneByOne text;
    private final JsonReader json;

    private JsonTree(String text) {
        this.text = new OneByOne(text);
        this.json = new JsonReader(this.text);
        json.setStrictness(Strictness.STRICT);
        json.setNestingLimit(DEEPEST);
    }

    /** The text is no JSON. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;
        private final String mend;

        private MalformedException(int line, String what, String mend, Throwable cause) {
            super(what, cause);
            this.line = line;
            this.mend = mend;
        }

        int line() {
            return line;
        }

        String mend() {
            return mend;
        }
    }

    static JsonNode read(String text) throws MalformedException {
        JsonTree tree = new JsonTree(text);
        try {
            JsonNode root = tree.value();
            if (tree.json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("there is more after the end");
            }
            return root;
        } catch (EOFException e) {
            throw new MalformedException(
                    tree.text.line(),
                    "The file ends in the middle.",
                    "Close every brace, bracket and quote that was opened.",
                    e);
        } catch (MalformedJsonException | NumberFormatException e) {
            throw tree.malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MalformedException malformed(Exception cause) {
        if (String.valueOf(cause.getMessage()).startsWith("Nesting limit")) {
            return new MalformedException(
                    text.line(),
                    "Braces and brackets are nested more than " + DEEPEST + " deep.",
                    "A lesson needs no more than 6.",
                    cause);
        }
        return new MalformedException(
                text.line(),
                "This is no JSON.",
                "Look here and just before for a missing or surplus comma, quote, brace or bracket, or a backslash in a"
                        + " text that should be two.",
                cause);
    }

    private JsonNode value() throws IOException {
        JsonToken token = json.peek();
        // Known now: peeking handed out the value's first character, or of a number or word one character past its end.
        int line = text.line();
        return switch (token) {
            case STRING -> new JsonNode.Text(line, json.nextString());
            case NUMBER -> new JsonNode.Numeral(line, Double.parseDouble(json.nextString()));
            case BOOLEAN -> new JsonNode.Flag(line, json.nextBoolean());
            case NULL -> {
                json.nextNull();
                yield new JsonNode.Nothing(line);
            }
            case BEGIN_ARRAY -> new JsonNode.Items(line, items());
            case BEGIN_OBJECT -> new JsonNode.Fields(line, fields());
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
                throw new MalformedJsonException("there is no value, but " + token);
        };
    }

    private List<JsonNode> items() throws IOException {
        List<JsonNode> items = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            items.add(value());
        }
        json.endArray();
        return items;
    }

    private List<Field> fields() throws IOException {
        List<Field> fields = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            int line = text.line();
            fields.add(new Field(line, json.nextName(), value()));
        }
        json.endObject();
        return fields;
    }

    /**
     * Hands out one character at a time, so that the reader above is never ahead of what it tells and the line of the last
     * character handed out is the line where it is.
     */
    private static final class OneByOne extends Reader {
        private final String text;
        private int next;
        private int line = 1;

        OneByOne(String text) {
            this.text = text;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (next == text.length()) {
                return -1;
            }
            // A line ends after its line feed: a number that a line feed ends is still on its own line.
            if (next > 0 && text.charAt(next - 1) == '\n') {
                line++;
            }
            buffer[offset] = text.charAt(next++);
            return 1;
        }

        int line() {
            return line;
        }

        @Override
        public void close() {}
    }
}
