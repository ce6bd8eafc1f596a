package tokenwalk.runtime.generation;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;

/**
 * Lets the model read short texts of no meaning, so that Java's compiler has seen its loops when somebody waits for them: a
 * first sentence takes seconds, the same one a moment later hundredths of one. It may be broken off and taken up again. One
 * thread at a time.
 */
public final class WarmUp {
    /** Longer does not help: what is slow by then is slow. */
    private static final long MOST_NANOS = 1_500_000_000;
    /** So many rounds in a row that were hardly faster than one before end it. */
    private static final int SETTLED_ROUNDS = 5;

    private static final double HARDLY_FASTER = 0.95;
    private static final int TOKENS = 12;

    private final Runnable round;
    private final LongSupplier nanoTime;
    private long spent;
    private long best = Long.MAX_VALUE;
    private int settledRounds;

    public WarmUp(LanguageModel model) {
        this(() -> readOnce(model), System::nanoTime);
    }

    WarmUp(Runnable round, LongSupplier nanoTime) {
        this.round = round;
        this.nanoTime = nanoTime;
    }

    /** @return whether there is nothing more to gain */
    public boolean isDone() {
        return spent >= MOST_NANOS || settledRounds >= SETTLED_ROUNDS;
    }

    /** Goes on until it {@link #isDone}, or until the thread is interrupted, which is not an error. */
    public void run() {
        while (!isDone() && !Thread.currentThread().isInterrupted()) {
            long begin = nanoTime.getAsLong();
            try {
                round.run();
            } catch (CancellationException e) {
                spent += nanoTime.getAsLong() - begin;
                return;
            }
            count(nanoTime.getAsLong() - begin);
        }
    }

    private void count(long nanos) {
        spent += nanos;
        settledRounds = nanos > HARDLY_FASTER * best ? settledRounds + 1 : 0;
        best = Math.min(best, nanos);
    }

    /** As the app does for a new sentence: read it, read one token more, look through the lens at all its last levels. */
    private static void readOnce(LanguageModel model) {
        List<Token> tokens = IntStream.rangeClosed(
                        0, Math.min(TOKENS, model.shape().contextLength() - 1))
                .mapToObj(i -> model.token(i * 37 % model.shape().vocabulary()))
                .toList();
        GenerationSession session = new GenerationSession(model);
        session.read(tokens.subList(0, tokens.size() - 1));
        Trace trace = session.read(tokens);
        List<Vector> residuals = IntStream.range(0, tokens.size())
                .mapToObj(position -> trace.residual(model.shape().layers(), position))
                .toList();
        model.lens().read(residuals, 1, trace.logits().indexOfLargest());
    }
}
