package tokenwalk.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counted beside the time; JMH prints how much of it was done in a second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Work {
    /** Bytes of weights as they lie in the file. */
    public long fileBytes;

    /** Multiplications and additions. */
    public long operations;
}
