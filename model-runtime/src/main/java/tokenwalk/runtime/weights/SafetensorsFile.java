package tokenwalk.runtime.weights;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.annotations.SerializedName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/**
 * Named tensors in a safetensors file, memory-mapped: eight bytes with the header's length, the header as JSON, the data.
 *
 * <p>Source: huggingface.co/docs/safetensors, «Format».
 */
public final class SafetensorsFile {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int LARGEST_HEADER = 100_000_000;

    /** Types that some models hold besides their weights, such as masks. */
    private static final Set<String> NO_WEIGHTS = Set.of("BOOL", "U8", "I8", "U16", "I16", "U32", "I32", "U64", "I64");

    /** One entry of the header, as written. */
    private record Entry(
            @Nullable String dtype,
            @Nullable List<Long> shape,
            @SerializedName("data_offsets") @Nullable List<Long> offsets) {}

    private record Tensor(TensorType type, List<Integer> shape, MemorySegment data) {}

    private final Path path;
    private final long byteSize;
    private final Map<String, Tensor> tensors;

    private SafetensorsFile(Path path, long byteSize, Map<String, Tensor> tensors) {
        this.path = path;
        this.byteSize = byteSize;
        this.tensors = tensors;
    }

    /** @throws ModelFileException if the file is missing, truncated, or its header cannot be read */
    public static SafetensorsFile open(Path path) {
        MemorySegment file = MappedFile.map(path);
        if (file.byteSize() < 8) {
            throw ModelFileException.truncated(path);
        }
        long length = file.get(LONG, 0);
        if (length < 2 || length > LARGEST_HEADER) {
            throw new ModelFileException(path + " is not a safetensors file.");
        }
        if (length > file.byteSize() - 8) {
            throw ModelFileException.truncated(path);
        }
        String header = new String(file.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        MemorySegment data = file.asSlice(8 + length);
        Map<String, Tensor> tensors = new HashMap<>();
        parse(path, header).forEach((name, entry) -> {
            boolean isWeight = entry.dtype == null || !NO_WEIGHTS.contains(entry.dtype);
            if (isWeight && !name.equals("__metadata__")) {
                tensors.put(name, tensor(path, name, entry, data));
            }
        });
        return new SafetensorsFile(path, file.byteSize(), tensors);
    }

    private static Map<String, Entry> parse(Path path, String header) {
        try {
            Gson gson = new Gson();
            Map<String, Entry> checked = new HashMap<>();
            JsonParser.parseString(header).getAsJsonObject().asMap().forEach((name, entry) -> {
                checked.put(name, gson.fromJson(entry.getAsJsonObject(), Entry.class));
            });
            return checked;
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new ModelFileException(
                    path + " is damaged: its header is not the JSON that is due. Copy or download it again.", e);
        }
    }

    private static Tensor tensor(Path path, String name, Entry entry, MemorySegment data) {
        if (entry.dtype == null || entry.shape == null || entry.offsets == null || entry.offsets.size() != 2) {
            throw ModelFileException.damaged(path, "the entry of tensor " + name + " is incomplete");
        }
        TensorType type = switch (entry.dtype) {
            case "F32" -> TensorType.F32;
            case "F16" -> TensorType.F16;
            case "BF16" -> TensorType.BF16;
            default ->
                throw new ModelFileException(
                        "%s: the tensor %s has type %s, which is not read here. Use a file with F32, F16 or BF16."
                                .formatted(path, name, entry.dtype));
        };
        long count = 1;
        for (long size : entry.shape) {
            if (size < 1 || size > Integer.MAX_VALUE || count > data.byteSize() / size) {
                throw ModelFileException.damaged(path, "the tensor " + name + " has the shape " + entry.shape);
            }
            count *= size;
        }
        long from = entry.offsets.get(0);
        long to = entry.offsets.get(1);
        if (from < 0 || to > data.byteSize() || to - from != count * type.blockBytes()) {
            throw ModelFileException.damaged(path, "the tensor " + name + " does not lie where its header says");
        }
        return new Tensor(type, entry.shape.stream().map(Long::intValue).toList(), data.asSlice(from, to - from));
    }

    public Path path() {
        return path;
    }

    /** @return size of the file */
    public long byteSize() {
        return byteSize;
    }

    public Set<String> names() {
        return Set.copyOf(tensors.keySet());
    }

    /** @return the sizes along each dimension */
    public List<Integer> shape(String name) {
        return tensor(name).shape;
    }

    /** @return a tensor as rows of its last dimension: [all others multiplied × last] */
    public StoredMatrix matrix(String name) {
        Tensor tensor = tensor(name);
        int columns = tensor.shape.isEmpty() ? 1 : tensor.shape.getLast();
        long rows = tensor.data.byteSize() / tensor.type.rowBytes(columns);
        return StoredMatrix.of(tensor.type, Math.toIntExact(rows), columns, tensor.data);
    }

    private Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw ModelFileException.damaged(path, "the tensor " + name + " is missing");
        }
        return tensor;
    }
}
