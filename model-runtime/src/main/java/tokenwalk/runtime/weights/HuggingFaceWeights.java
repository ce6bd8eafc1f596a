package tokenwalk.runtime.weights;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/**
 * The weights of a Hugging Face folder: {@code model.safetensors}, or the files that {@code model.safetensors.index.json}
 * lists. Names may come with or without the prefix of the whole model.
 */
public final class HuggingFaceWeights implements WeightSource {
    private static final String WHOLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    /** What different tools put before, or leave away from, the names of one and the same tensor. */
    private static final List<String> PREFIXES = List.of("", "transformer.", "model.");

    private final Path folder;
    private final Map<String, SafetensorsFile> fileOf;

    private HuggingFaceWeights(Path folder, Map<String, SafetensorsFile> fileOf) {
        this.folder = folder;
        this.fileOf = fileOf;
    }

    /** @throws ModelFileException if the folder holds no weights, or a file of the set is missing or cannot be read */
    public static HuggingFaceWeights open(Path folder) {
        Path whole = folder.resolve(WHOLE);
        Path index = folder.resolve(INDEX);
        Map<String, SafetensorsFile> fileOf = new HashMap<>();
        if (Files.exists(whole)) {
            SafetensorsFile file = SafetensorsFile.open(whole);
            file.names().forEach(name -> fileOf.put(name, file));
        } else if (Files.exists(index)) {
            shards(folder, index).forEach(shard -> {
                SafetensorsFile file = SafetensorsFile.open(folder.resolve(shard));
                file.names().forEach(name -> fileOf.put(name, file));
            });
        } else {
            throw new ModelFileException(
                    "%s holds no %s. Choose a folder that was downloaded whole.".formatted(folder, WHOLE));
        }
        return new HuggingFaceWeights(folder, Map.copyOf(fileOf));
    }

    private static Set<String> shards(Path folder, Path index) {
        JsonObject root = JsonFile.read(index);
        if (!(root.get("weight_map") instanceof JsonObject map)) {
            throw ModelFileException.damaged(index, "it has no «weight_map»");
        }
        Set<String> shards = new TreeSet<>();
        for (JsonElement shard : map.asMap().values()) {
            String name = shard.isJsonPrimitive() ? shard.getAsString() : "";
            // A file of the set lies beside the index, nowhere else.
            if (!name.matches("[\\w.-]+\\.safetensors")) {
                throw ModelFileException.damaged(index, "it names the file «" + name + "»");
            }
            if (!Files.exists(folder.resolve(name))) {
                throw new ModelFileException(
                        "%s lacks %s, one of its weight files. Download the folder whole.".formatted(folder, name));
            }
            shards.add(name);
        }
        return shards;
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public boolean hasTensor(String name) {
        return stored(name).isPresent();
    }

    @Override
    public StoredMatrix matrix(String name, int rows, int columns) {
        String stored = stored(name)
                .orElseThrow(() -> ModelFileException.damaged(folder, "the tensor " + name + " is missing"));
        SafetensorsFile file = Objects.requireNonNull(fileOf.get(stored));
        List<Integer> shape = file.shape(stored);
        List<Integer> due = rows == 1 && shape.size() == 1 ? List.of(columns) : List.of(rows, columns);
        if (!shape.equals(due)) {
            throw ModelFileException.damaged(
                    file.path(), "the tensor %s has the shape %s where %s is due".formatted(stored, shape, due));
        }
        return file.matrix(stored);
    }

    @Override
    public float[] vector(String name, int size) {
        float[] values = new float[size];
        matrix(name, 1, size).dequantise(0, values, 0);
        return values;
    }

    private Optional<String> stored(String name) {
        return Stream.concat(
                        PREFIXES.stream().map(prefix -> prefix + name),
                        PREFIXES.stream().filter(name::startsWith).map(prefix -> name.substring(prefix.length())))
                .filter(fileOf::containsKey)
                .findFirst();
    }

    /** @return size of all weight files together */
    public long byteSize() {
        return fileOf.values().stream()
                .distinct()
                .mapToLong(SafetensorsFile::byteSize)
                .sum();
    }

    /** @return how many numbers the tensors hold, those left aside that no family reads (masks) */
    public long parameters() {
        return weights()
                .mapToLong(matrix -> (long) matrix.rows() * matrix.columns())
                .sum();
    }

    /** @return how many bytes each type takes */
    public Map<TensorType, Long> bytesByType() {
        Map<TensorType, Long> bytes = new EnumMap<>(TensorType.class);
        weights().forEach(matrix -> bytes.merge(matrix.type(), matrix.byteSize(), Long::sum));
        return bytes;
    }

    private Stream<StoredMatrix> weights() {
        return fileOf.entrySet().stream()
                .filter(entry -> !isMask(entry.getKey()))
                .map(entry -> entry.getValue().matrix(entry.getKey()));
    }

    /** GPT-2's folders hold the causal mask of each layer, and the number it masks with. */
    private static boolean isMask(String name) {
        return name.endsWith(".attn.bias") || name.endsWith(".attn.masked_bias");
    }
}
