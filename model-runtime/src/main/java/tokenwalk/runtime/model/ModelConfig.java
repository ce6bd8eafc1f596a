package tokenwalk.runtime.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tokenwalk.runtime.weights.JsonFile;
import tokenwalk.runtime.weights.ModelFileException;

/** A JSON file of settings beside a model's weights; every value is checked when it is asked for. */
final class ModelConfig {
    private final Path path;
    private final JsonObject values;

    private ModelConfig(Path path, JsonObject values) {
        this.path = path;
        this.values = values;
    }

    static ModelConfig read(Path path) {
        return new ModelConfig(path, JsonFile.read(path));
    }

    Path path() {
        return path;
    }

    /** @throws ModelFileException if the value is there but no whole number in the range */
    Optional<Integer> integer(String key, int least, int most) {
        Optional<Double> value = number(key);
        if (value.isPresent()
                && !(value.get() >= least && value.get() <= most && value.get() == Math.rint(value.get()))) {
            throw wrong(key);
        }
        return value.map(Double::intValue);
    }

    int required(String key, int least, int most) {
        return integer(key, least, most)
                .orElseThrow(() -> new ModelFileException(
                        "%s lacks «%s». Download the model's folder again.".formatted(path, key)));
    }

    Optional<Double> number(String key) {
        return primitive(key).map(value -> {
            try {
                return value.getAsDouble();
            } catch (NumberFormatException e) {
                throw wrong(key);
            }
        });
    }

    Optional<String> text(String key) {
        return primitive(key).map(JsonPrimitive::getAsString);
    }

    boolean flag(String key, boolean otherwise) {
        return primitive(key).map(JsonPrimitive::getAsBoolean).orElse(otherwise);
    }

    /** @return the numbers of a value that is one id, or a list of ids */
    List<Integer> ids(String key) {
        List<Integer> ids = new ArrayList<>();
        JsonElement value = values.get(key);
        if (value != null && value.isJsonArray()) {
            for (JsonElement id : value.getAsJsonArray()) {
                if (!(id instanceof JsonPrimitive one) || !one.isNumber()) {
                    throw wrong(key);
                }
                ids.add(one.getAsInt());
            }
        } else {
            integer(key, 0, Integer.MAX_VALUE).ifPresent(ids::add);
        }
        return ids;
    }

    /** @return the object under a key; none if there is none, or null */
    Optional<ModelConfig> section(String key) {
        return values.get(key) instanceof JsonObject object
                ? Optional.of(new ModelConfig(path, object))
                : Optional.empty();
    }

    JsonObject json() {
        return values;
    }

    private Optional<JsonPrimitive> primitive(String key) {
        JsonElement value = values.get(key);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (value instanceof JsonPrimitive primitive) {
            return Optional.of(primitive);
        }
        throw wrong(key);
    }

    ModelFileException wrong(String key) {
        return new ModelFileException(
                "%s says «%s»: %s, which cannot be right or is not supported. Choose another model."
                        .formatted(path, key, shortened(String.valueOf(values.get(key)))));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
