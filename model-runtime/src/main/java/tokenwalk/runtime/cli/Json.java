package tokenwalk.runtime.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** JSON as all commands write it: on one line, characters as they are. */
final class Json {
    /** Writes something as JSON. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonWriter json) throws IOException;
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    interface Element<T> {
        void write(T element, JsonWriter json) throws IOException;
    }

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    static JsonWriter writer(Writer text) {
        JsonWriter json = new JsonWriter(text);
        json.setHtmlSafe(false);
        return json;
    }

    static String text(Content content) {
        StringWriter text = new StringWriter();
        try {
            content.writeTo(writer(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String text(JsonElement element) {
        return GSON.toJson(element);
    }

    static <T> void write(JsonWriter json, List<T> elements, Element<T> element) throws IOException {
        json.beginArray();
        for (T each : elements) {
            element.write(each, json);
        }
        json.endArray();
    }
}
