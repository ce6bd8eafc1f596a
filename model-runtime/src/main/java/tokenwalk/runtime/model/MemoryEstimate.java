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
 * @param packedBytes weights in the order in which the kernel reads them
 * @param tokens how many tokens the text has
 * @param cacheBytes keys and values of those tokens
 * @param traceBytes what a trace of those tokens keeps
 */
public record MemoryEstimate(
        Path path, long fileBytes, long packedBytes, int tokens, long cacheBytes, long traceBytes) {
    /** As many tokens as a text for a class ever has. */
    public static final int USUAL_TOKENS = 512;

    /** @return what the kernel makes of the weights; a little too much, since some stay as they are */
    static long packedBytes(Map<TensorType, Long> bytesByType, Kernel kernel) {
        return bytesByType.entrySet().stream()
                .mapToLong(entry -> {
                    TensorType type = entry.getKey();
                    return kernel.packedBytes(type, entry.getValue() / type.blockBytes() * type.blockSize());
                })
                .sum();
    }

    static MemoryEstimate of(Path path, long fileBytes, long packedBytes, ModelShape shape) {
        int tokens = Math.min(USUAL_TOKENS, shape.contextLength());
        return new MemoryEstimate(
                path,
                fileBytes,
                packedBytes,
                tokens,
                tokens * KeyValueCache.bytesPerToken(shape),
                tokens * TraceRecorder.bytesPerToken(shape));
    }

    /** @return the memory of this computer, or of the part of it that this program may use */
    public static long machineBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    public long totalBytes() {
        return fileBytes + packedBytes + cacheBytes + traceBytes;
    }

    public boolean fits(long machineBytes) {
        return totalBytes() <= machineBytes;
    }

    /** @throws ModelFileException if it does not fit; the message gives the figures */
    void requireToFit(long machineBytes) {
        if (!fits(machineBytes)) {
            throw new ModelFileException(
                    "%s does not fit into memory: it needs %s (%s in files, %s packed, %s of keys and values and %s of trace for %d tokens), and this computer has %s. Choose a smaller model, or one with fewer bits a weight."
                            .formatted(
                                    path,
                                    ByteCount.text(totalBytes()),
                                    ByteCount.text(fileBytes),
                                    ByteCount.text(packedBytes),
                                    ByteCount.text(cacheBytes),
                                    ByteCount.text(traceBytes),
                                    tokens,
                                    ByteCount.text(machineBytes)));
        }
    }
}
