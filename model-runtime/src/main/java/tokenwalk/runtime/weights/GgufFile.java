package tokenwalk.runtime.weights;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/**
 * A model in a GGUF file, version 2 or 3: named values and named tensors; the tensors stay in the mapped file.
 *
 * <p>Source: the GGUF specification, github.com/ggml-org/ggml, docs/gguf.md.
 */
public final class GgufFile implements WeightSource {
    private static final int MAGIC = 0x46554747;
    private static final int LARGEST_DIMENSION = 1 << 30;

    private record Tensor(TensorType type, int rows, int columns, long offset) {}

    private final Path path;
    private final MemorySegment data;
    private final Map<String, Object> values;
    private final Map<String, Tensor> tensors;

    private GgufFile(Path path, MemorySegment data, Map<String, Object> values, Map<String, Tensor> tensors) {
        this.path = path;
        this.data = data;
        this.values = values;
        this.tensors = tensors;
    }

    /** @throws ModelFileException if the file is missing, not GGUF, truncated, or holds tensors of an unknown type */
    public static GgufFile open(Path path) {
        MemorySegment data = MappedFile.map(path);
        if (data.byteSize() < 4 || new GgufReader(path, data).int32() != MAGIC) {
            throw new ModelFileException(path + " is not a GGUF file. Choose a file that ends in .gguf.");
        }
        GgufReader reader = new GgufReader(path, data);
        reader.int32();
        int version = reader.int32();
        if (version != 2 && version != 3) {
            throw new ModelFileException(path + " is GGUF version " + version
                    + "; versions 2 and 3 are read. Convert it with a newer tool.");
        }
        int tensorCount = reader.count(24);
        int valueCount = reader.count(12);
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < valueCount; i++) {
            values.put(reader.string(), reader.value());
        }
        Map<String, Tensor> headers = new HashMap<>();
        for (int i = 0; i < tensorCount; i++) {
            String name = reader.string();
            if (headers.put(name, tensor(path, name, reader)) != null) {
                throw ModelFileException.damaged(path, "the tensor " + name + " is there twice");
            }
        }
        long alignment = values.get("general.alignment") instanceof Long given ? given : 32;
        if (alignment < 1 || alignment > 1 << 20) {
            throw ModelFileException.damaged(path, "an alignment of " + alignment);
        }
        long start = (reader.position() + alignment - 1) / alignment * alignment;
        Map<String, Tensor> tensors = new HashMap<>();
        headers.forEach((name, tensor) -> {
            long bytes = tensor.type.rowBytes(tensor.columns) * tensor.rows;
            if (tensor.offset < 0 || tensor.offset > data.byteSize() - start - bytes) {
                throw ModelFileException.truncated(path);
            }
            tensors.put(name, new Tensor(tensor.type, tensor.rows, tensor.columns, start + tensor.offset));
        });
        return new GgufFile(path, data, Map.copyOf(values), Map.copyOf(tensors));
    }

    private static Tensor tensor(Path path, String name, GgufReader reader) {
        int dimensions = reader.int32();
        if (dimensions < 1 || dimensions > 2) {
            throw ModelFileException.damaged(path, "the tensor " + name + " has " + dimensions + " dimensions");
        }
        long columns = reader.int64();
        long rows = dimensions == 2 ? reader.int64() : 1;
        int code = reader.int32();
        TensorType type = type(code)
                .orElseThrow(() -> new ModelFileException("%s: the tensor %s has type %d, which is not read here. %s"
                        .formatted(
                                path,
                                name,
                                code,
                                "Use a file with F32, F16, BF16, Q8_0, Q4_0 to Q5_1, or Q2_K to Q6_K tensors.")));
        if (columns < 1 || rows < 1 || columns > LARGEST_DIMENSION || rows > LARGEST_DIMENSION) {
            throw ModelFileException.damaged(path, "the tensor " + name + " has the shape " + rows + " × " + columns);
        }
        if (columns % type.blockSize() != 0) {
            throw ModelFileException.damaged(
                    path, "the rows of the tensor " + name + " do not divide into " + type + " blocks");
        }
        return new Tensor(type, (int) rows, (int) columns, reader.int64());
    }

    private static Optional<TensorType> type(int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 0 -> TensorType.F32;
                    case 1 -> TensorType.F16;
                    case 2 -> TensorType.Q4_0;
                    case 3 -> TensorType.Q4_1;
                    case 6 -> TensorType.Q5_0;
                    case 7 -> TensorType.Q5_1;
                    case 8 -> TensorType.Q8_0;
                    case 10 -> TensorType.Q2_K;
                    case 11 -> TensorType.Q3_K;
                    case 12 -> TensorType.Q4_K;
                    case 13 -> TensorType.Q5_K;
                    case 14 -> TensorType.Q6_K;
                    case 30 -> TensorType.BF16;
                    default -> null;
                });
    }

    @Override
    public Path path() {
        return path;
    }

    /** @return size of the file */
    public long byteSize() {
        return data.byteSize();
    }

    @Override
    public boolean hasTensor(String name) {
        return tensors.containsKey(name);
    }

    /**
     * @param rows, columns the shape it must have
     * @throws ModelFileException if it is missing or has another shape
     */
    @Override
    public StoredMatrix matrix(String name, int rows, int columns) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw ModelFileException.damaged(path, "the tensor " + name + " is missing");
        }
        if (tensor.rows != rows || tensor.columns != columns) {
            throw ModelFileException.damaged(
                    path,
                    "the tensor %s is %d × %d where %d × %d is due"
                            .formatted(name, tensor.rows, tensor.columns, rows, columns));
        }
        long bytes = tensor.type.rowBytes(columns) * rows;
        return StoredMatrix.of(tensor.type, rows, columns, data.asSlice(tensor.offset, bytes));
    }

    /** @return a one-dimensional tensor in float32 */
    @Override
    public float[] vector(String name, int size) {
        float[] values = new float[size];
        matrix(name, 1, size).dequantise(0, values, 0);
        return values;
    }

    /** @return types of the matrices with how many bytes each takes, for the information a user asks for */
    public Map<TensorType, Long> bytesByType() {
        Map<TensorType, Long> bytes = new EnumMap<>(TensorType.class);
        for (Tensor tensor : tensors.values()) {
            bytes.merge(tensor.type, tensor.type.rowBytes(tensor.columns) * tensor.rows, Long::sum);
        }
        return bytes;
    }

    /** @return how many numbers all tensors hold */
    public long parameters() {
        return tensors.values().stream()
                .mapToLong(tensor -> (long) tensor.rows * tensor.columns)
                .sum();
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    public Optional<Boolean> flag(String key) {
        return Optional.ofNullable(values.get(key))
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast);
    }

    /** @return a number that is given as an integer or as a float */
    public Optional<Double> number(String key) {
        return Optional.ofNullable(values.get(key))
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue());
    }

    /**
     * @return a whole number within bounds
     * @throws ModelFileException if it is there and outside them
     */
    public Optional<Integer> integer(String key, int least, int most) {
        return number(key).map(value -> {
            if (value < least || value > most || value != Math.rint(value)) {
                throw ModelFileException.damaged(path, "its " + key + " is " + value);
            }
            return value.intValue();
        });
    }

    /** As {@link #integer}, where the value must be there. */
    public int required(String key, int least, int most) {
        return integer(key, least, most).orElseThrow(() -> ModelFileException.damaged(path, "its header lacks " + key));
    }

    /** @throws ModelFileException if the list is missing or holds anything but strings */
    public List<String> texts(String key) {
        return list(key, String.class);
    }

    /** @throws ModelFileException if the list is missing or holds anything but whole numbers */
    public List<Long> integers(String key) {
        return list(key, Long.class);
    }

    private <T> List<T> list(String key, Class<T> element) {
        if (!(values.get(key) instanceof List<?> list) || !list.stream().allMatch(element::isInstance)) {
            throw ModelFileException.damaged(path, "its header lacks the list " + key);
        }
        return list.stream().map(element::cast).toList();
    }
}
