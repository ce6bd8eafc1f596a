package tokenwalk.runtime.weights;

import com.google.gson.Gson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tokenwalk.runtime.tensor.Vector;

/** Writes float32 tensors as a safetensors file, whole or not at all. */
public final class SafetensorsWriter {

    /** A tensor to write: its shape, and its numbers in runs that follow each other. */
    private record Tensor(List<Integer> shape, int runs, Function<Integer, Vector> run) {
        long byteSize() {
            return 4L * shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        }
    }

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    /**
     * Adds a tensor; its numbers are asked for when the file is written.
     *
     * @param shape sizes along each dimension
     * @param runs into how many runs the numbers are cut
     * @param run the numbers of a run, first run first
     */
    public void add(String name, List<Integer> shape, int runs, Function<Integer, Vector> run) {
        tensors.put(name, new Tensor(List.copyOf(shape), runs, run));
    }

    /** @throws IOException if the file cannot be written; nothing is then left behind */
    public void write(Path path) throws IOException {
        WholeFile.write(path, file -> {
            try (OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
                writeTo(out);
            }
        });
    }

    private void writeTo(OutputStream out) throws IOException {
        Map<String, Object> header = new LinkedHashMap<>();
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            long end = offset + tensor.byteSize();
            header.put(
                    entry.getKey(),
                    Map.of("dtype", "F32", "shape", tensor.shape, "data_offsets", List.of(offset, end)));
            offset = end;
        }
        byte[] json = new Gson().toJson(header).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer head = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(padded).put(json);
        IntStream.range(json.length, padded).forEach(_ -> head.put((byte) ' '));
        out.write(head.array());
        for (Tensor tensor : tensors.values()) {
            for (int i = 0; i < tensor.runs; i++) {
                float[] values = tensor.run.apply(i).toArray();
                ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values);
                out.write(bytes.array());
            }
        }
    }
}
