package tokenwalk.runtime.tensor.kernel;

import jdk.incubator.vector.FloatVector;

/** What the processor has that Java does not tell. */
final class Machine {
    /** AVX-512 has 32 vector registers, whatever width is used, and so has 64-bit ARM; older x86 has 16. */
    static final int VECTOR_REGISTERS =
            FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512 || "aarch64".equals(System.getProperty("os.arch"))
                    ? 32
                    : 16;

    private Machine() {}
}
