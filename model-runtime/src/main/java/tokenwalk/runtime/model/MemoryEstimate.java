package tokenwalk.runtime.model;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import tokenwalk.runtime.tensor.TensorType;
import tokenwalk.runtime.tensor.kernel.Kernel;
import tokenwalk.runtime.trace.TraceRecorder;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.weights.ByteCount;
import tokenwalk.runtime.weights.ModelFileException;

/**
 * What memory a model takes when it is open and has read a text, known from its header before anything is loaded.
 *
 * @param fileBytes the weights where they lie; mapped, so the system may drop and read them again, slowly
 * @param copiedBytes weights that are stored the other way round and are copied
 * @param packedBytes weights in the order that the kernel reads, about
 * @param tokens how many tokens the text has
 * @param cacheBytes keys and values of those tokens
 * @param traceBytes what a trace of those tokens keeps
 */
public record MemoryEstimate(
        Path path, long fileBytes, long copiedBytes, long packedBytes, int tokens, long cacheBytes, long traceBytes) {
    /** As many tokens as a text for a class ever has. */
    public static final int USUAL_TOKENS = 512;

    static MemoryEstimate of(Path path, long fileBytes, long copiedBytes, long packedBytes, ModelShape shape) {
        int tokens = Math.min(USUAL_TOKENS, shape.contextLength());
        return new MemoryEstimate(
                path,
                fileBytes,
                copiedBytes,
                packedBytes,
                tokens,
                tokens * KeyValueCache.bytesPerToken(shape),
                tokens * TraceRecorder.bytesPerToken(shape));
    }

    /** @return what weights of these types take once a kernel has packed them, about */
    static long packed(Kernel kernel, Map<TensorType, Long> bytesByType) {
        return bytesByType.entrySet().stream()
                .mapToLong(entry -> kernel.packedBytes(entry.getKey(), entry.getValue()))
                .sum();
    }

    /** @return the memory of this computer, or of the part of it that this program may use */
    public static long machineBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    public long totalBytes() {
        return fileBytes + copiedBytes + packedBytes + cacheBytes + traceBytes;
    }

    public boolean fits(long machineBytes) {
        return totalBytes() <= machineBytes;
    }

    /** @throws ModelFileException if it does not fit; the message gives the figures */
    void requireToFit(long machineBytes) {
        if (!fits(machineBytes)) {
            throw new ModelFileException(
                    "%s does not fit into memory: it needs %s (%s in files, %s copied, %s packed, %s of keys and values and %s of trace for %d tokens), and this computer has %s. Choose a smaller model, or one with fewer bits a weight."
                            .formatted(
                                    path,
                                    ByteCount.text(totalBytes()),
                                    ByteCount.text(fileBytes),
                                    ByteCount.text(copiedBytes),
                                    ByteCount.text(packedBytes),
                                    ByteCount.text(cacheBytes),
                                    ByteCount.text(traceBytes),
                                    tokens,
                                    ByteCount.text(machineBytes)));
        }
    }
}
