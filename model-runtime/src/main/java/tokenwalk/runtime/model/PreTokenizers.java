package tokenwalk.runtime.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.token.PreTokenizer;
import tokenwalk.runtime.weights.ModelFileException;

/** Recognises the pre-tokenizer that a {@code tokenizer.json} describes among those that are known here. */
final class PreTokenizers {
    private PreTokenizers() {}

    /** @throws ModelFileException if it is none of them */
    static PreTokenizer of(JsonObject tokenizer, Path file) {
        List<JsonObject> steps = steps(tokenizer.get("pre_tokenizer"));
        List<String> kinds = steps.stream().map(step -> text(step, "type")).toList();
        if (kinds.equals(List.of("ByteLevel"))) {
            return PreTokenizer.GPT_2;
        }
        if (kinds.equals(List.of("Digits", "ByteLevel"))) {
            return PreTokenizer.SMOLLM;
        }
        if (kinds.equals(List.of("Split", "ByteLevel"))) {
            String pattern = steps.getFirst().get("pattern") instanceof JsonObject regex ? text(regex, "Regex") : "";
            if (pattern.contains("\\p{N}{1,3}")) {
                return PreTokenizer.LLAMA_BPE;
            }
            if (pattern.contains("[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|")) {
                return PreTokenizer.QWEN2;
            }
        }
        throw new ModelFileException("%s splits text in a way that is not read here (%s). Choose another model."
                .formatted(file, String.join(", ", kinds)));
    }

    private static List<JsonObject> steps(JsonElement preTokenizer) {
        List<JsonObject> steps = new ArrayList<>();
        if (preTokenizer instanceof JsonObject object) {
            if (object.get("pretokenizers") instanceof JsonArray sequence) {
                sequence.forEach(step -> steps.addAll(steps(step)));
            } else {
                steps.add(object);
            }
        }
        return steps;
    }

    private static String text(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
