package tokenwalk.runtime;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.weights.SafetensorsFile;

/** What the reference computed for one text. */
public final class Golden {
    /** The reference's JSON. */
    public record Json(
            String prompt,
            List<Integer> ids,
            List<String> tokens,
            List<List<List<Object>>> top,
            List<List<List<Object>>> lens,
            List<Double> loss,
            Greedy greedy) {}

    /** What the reference goes on with. */
    public record Greedy(List<Integer> ids, String text) {}

    private final Json json;
    private final SafetensorsFile tensors;

    private Golden(Json json, SafetensorsFile tensors) {
        this.json = json;
        this.tensors = tensors;
    }

    /** @param name as «smollm2/capital» */
    public static Golden read(String name) {
        try {
            String text = Files.readString(resource("golden/" + name + ".json"));
            return new Golden(
                    new Gson().fromJson(text, Json.class),
                    SafetensorsFile.open(resource("golden/" + name + ".safetensors")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path resource(String name) {
        try {
            return Path.of(Golden.class.getClassLoader().getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public Json json() {
        return json;
    }

    /** @return all numbers of a tensor, in order */
    public float[] tensor(String name) {
        return numbers(tensors, name);
    }

    /** @return all numbers of a file's tensor, in order */
    public static float[] numbers(SafetensorsFile file, String name) {
        StoredMatrix matrix = file.matrix(name);
        float[] values = new float[matrix.rows() * matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            matrix.dequantise(row, values, row * matrix.columns());
        }
        return values;
    }
}
