package tokenwalk.runtime.tensor.kernel;

import java.util.List;
import java.util.Locale;

/** The kernels there are, and which one to use. */
public final class Kernels {
    /** Limits how wide vectors may be: 128, 256 or 512 bits. Tests see by it what other machines compute. */
    public static final String VECTOR_BITS_PROPERTY = "tokenwalk.vector.bits";

    private static final int WIDEST = 512;

    private Kernels() {}

    /** @throws IllegalArgumentException if a width is asked for that no machine has */
    static int widestVector() {
        int bits = Integer.getInteger(VECTOR_BITS_PROPERTY, WIDEST);
        if (bits != 128 && bits != 256 && bits != WIDEST) {
            throw new IllegalArgumentException(VECTOR_BITS_PROPERTY + " is " + bits + "; it may be 128, 256 or 512.");
        }
        return bits;
    }

    /** @return every kernel that runs on this machine, the reference first */
    public static List<Kernel> all() {
        widestVector();
        return List.of(new ScalarKernel(), new VectorKernel());
    }

    /** @return the fastest kernel for this machine */
    public static Kernel fastest() {
        widestVector();
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
