package tokenwalk.runtime.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.Kernels;
import tokenwalk.runtime.tensor.kernel.Workers;
import tokenwalk.runtime.weights.GgufFile;
import tokenwalk.runtime.weights.ModelFileException;

/** Opens model files. */
public final class ModelLoader {
    /** Tells the kernel to use by force: «scalar» or «vector». */
    public static final String KERNEL_PROPERTY = "tokenwalk.kernel";

    private final Arithmetic arithmetic;
    private final LongSupplier machineBytes;
    private final AtomicBoolean hasOpened = new AtomicBoolean();

    /** @param threads how many threads share the work, at least one */
    public ModelLoader(int threads) {
        this(threads, MemoryEstimate::machineBytes);
    }

    /** @param machineBytes tells the memory that models have to fit into */
    ModelLoader(int threads, LongSupplier machineBytes) {
        this.machineBytes = machineBytes;
        Optional<String> forced = Optional.ofNullable(System.getProperty(KERNEL_PROPERTY));
        this.arithmetic = new Arithmetic(forced.map(Kernels::named).orElseGet(Kernels::fastest), new Workers(threads));
    }

    public ModelLoader() {
        this(Workers.defaultThreads());
    }

    /** @return the name of the kernel that models opened here compute with */
    public String kernel() {
        return arithmetic.kernel().name();
    }

    /** @return how many threads models opened here share their work among */
    public int threads() {
        return arithmetic.workers().threads();
    }

    /**
     * Opens a GGUF file, or a Hugging Face folder; one that needs more memory than there is, is refused before.
     *
     * @param progress told after each block: how many are there, and of how many
     * @throws ModelFileException if it cannot be used; the message says what is wrong and how to mend it
     */
    public LanguageModel open(Path path, BiConsumer<Integer, Integer> progress) {
        if (hasOpened.getAndSet(true)) {
            // Packed weights lie outside the heap. Those of a model that nobody holds any more would stay until the
            // heap fills up.
            System.gc();
        }
        if (Files.isDirectory(path)) {
            HuggingFaceModel model = new HuggingFaceModel(path);
            model.memory(arithmetic.kernel()).requireToFit(machineBytes.getAsLong());
            return model.build(arithmetic, progress);
        }
        GgufModel model = new GgufModel(GgufFile.open(path));
        model.memory(arithmetic.kernel()).requireToFit(machineBytes.getAsLong());
        return model.build(arithmetic, progress);
    }

    /**
     * Looks at a model's header, without loading it.
     *
     * @return what memory it will take when it is open
     * @throws ModelFileException if it cannot be used
     */
    public MemoryEstimate estimate(Path path) {
        return Files.isDirectory(path)
                ? new HuggingFaceModel(path).memory(arithmetic.kernel())
                : new GgufModel(GgufFile.open(path)).memory(arithmetic.kernel());
    }
}
