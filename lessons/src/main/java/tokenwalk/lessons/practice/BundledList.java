package tokenwalk.lessons.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tokenwalk.lessons.file.States;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.lessons.prose.ProseReader;

/** Reads the lists of questions that ship with the program: JSON, prose in Markdown. */
final class BundledList {
    private BundledList() {}

    /** One entry of a list. */
    record Entry(JsonObject json) {
        String id() {
            return text("id");
        }

        String text(String name) {
            return json.get(name).getAsString();
        }

        Prose prose(String name) {
            return ProseReader.read(text(name));
        }

        Optional<AppState> state(String name) {
            return Optional.ofNullable(json.get(name)).map(state -> States.read(state.toString()));
        }
    }

    static <T> List<T> read(String name, Function<Entry, T> read) {
        try (InputStream in = BundledList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            JsonArray array = JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonArray();
            List<T> entries = new ArrayList<>();
            for (JsonElement element : array) {
                entries.add(read.apply(new Entry(element.getAsJsonObject())));
            }
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
