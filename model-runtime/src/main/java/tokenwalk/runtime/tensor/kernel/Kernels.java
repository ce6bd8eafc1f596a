package tokenwalk.runtime.tensor.kernel;

import java.util.List;
import java.util.Locale;

/** The kernels there are, and which one to use. */
public final class Kernels {
    private Kernels() {}

    /** @return every kernel that runs on this machine, the reference first */
    public static List<Kernel> all() {
        return List.of(new ScalarKernel(), new VectorKernel());
    }

    /** @return the fastest kernel for this machine */
    public static Kernel fastest() {
        return new VectorKernel();
    }

    /**
     * @param name as the user typed it
     * @throws IllegalArgumentException if there is no such kernel; the message names those there are
     */
    public static Kernel named(String name) {
        return all().stream()
                .filter(kernel -> kernel.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kernel «" + name + "». Choose one of "
                        + all().stream().map(Kernel::name).toList() + "."));
    }
}
