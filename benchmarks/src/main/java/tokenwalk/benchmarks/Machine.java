package tokenwalk.benchmarks;

import org.jspecify.annotations.Nullable;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.Kernels;
import tokenwalk.runtime.tensor.kernel.Workers;

/** What the benchmarks run on. */
final class Machine {
    private Machine() {}

    static Arithmetic arithmetic() {
        int threads = Integer.getInteger("threads", Workers.defaultThreads());
        @Nullable String kernel = System.getProperty("tokenwalk.kernel");
        return new Arithmetic(kernel == null ? Kernels.fastest() : Kernels.named(kernel), new Workers(threads));
    }
}
