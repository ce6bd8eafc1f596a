package tokenwalk.runtime.weights;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the JSON files that lie beside weights. */
public final class JsonFile {
    private static final long LARGEST = 64L << 20;

    private JsonFile() {}

    /** @throws ModelFileException if the file is missing, too large, or not one JSON object */
    public static JsonObject read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ModelFileException("There is no file " + file + ". Download the model's folder whole.");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw ModelFileException.damaged(file, "it is larger than such a file ever is");
            }
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                JsonElement root = JsonParser.parseReader(reader);
                if (root instanceof JsonObject object) {
                    return object;
                }
            }
            throw ModelFileException.damaged(file, "it is not a JSON object");
        } catch (IOException | JsonParseException | NumberFormatException | StackOverflowError e) {
            throw new ModelFileException(
                    file + " is damaged: it is not the JSON that is due. Copy or download it again.", e);
        }
    }
}
