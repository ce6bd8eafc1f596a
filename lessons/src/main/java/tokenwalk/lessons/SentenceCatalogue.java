package tokenwalk.lessons;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sentences that come with the program. */
public final class SentenceCatalogue {
    private SentenceCatalogue() {}

    /** @return the sentences of the bundled file, in its order; the first is shown first */
    public static List<Sentence> bundled() {
        try (InputStream in = SentenceCatalogue.class.getResourceAsStream("sentences.json")) {
            if (in == null) {
                throw new IllegalStateException("sentences.json is missing");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if the JSON is not a list of whole sentences */
    static List<Sentence> read(Reader json) {
        try {
            List<Sentence> sentences = new Gson().fromJson(json, new TypeToken<List<Sentence>>() {});
            if (sentences == null || sentences.isEmpty()) {
                throw new IllegalArgumentException("There are no sentences.");
            }
            return List.copyOf(sentences);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("The sentences cannot be read: " + e.getMessage(), e);
        }
    }
}
