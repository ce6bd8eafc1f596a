package tokenwalk.runtime.tensor.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** The vectors that this machine computes with. Constants, so that the compiler knows them. */
final class Lanes {
    static final VectorSpecies<Float> FLOATS = floats();
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_MAX.withShape(FLOATS.vectorShape());

    /** How many numbers a vector has. */
    static final int COUNT = FLOATS.length();

    /** AVX-512: 32 registers, «and» with «or» in one instruction, and rotation in one. */
    static final boolean AVX_512 = hasAvx512();

    /** 32 vector registers, not 16. */
    static final boolean MANY_REGISTERS =
            AVX_512 || System.getProperty("os.arch").equals("aarch64");

    private Lanes() {}

    private static VectorSpecies<Float> floats() {
        VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
        int bits = Math.min(preferred.vectorBitSize(), Kernels.widestVector());
        return preferred.withShape(VectorShape.forBitSize(bits));
    }

    /** What the virtual machine found, or was told to use. */
    private static boolean hasAvx512() {
        @Nullable HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return machine != null
                    && Integer.parseInt(machine.getVMOption("UseAVX").getValue()) >= 3;
        } catch (IllegalArgumentException e) {
            return false; // another processor has no such option
        }
    }
}
