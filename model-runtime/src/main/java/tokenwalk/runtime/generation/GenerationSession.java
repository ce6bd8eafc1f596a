package tokenwalk.runtime.generation;

import java.util.List;
import java.util.Optional;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.trace.TraceRecorder;
import tokenwalk.runtime.trace.Window;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.PassClock;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.weights.ByteCount;

/**
 * Reads texts with one key/value cache, so that a text which begins like the one before costs only what is new. One
 * thread at a time.
 */
public final class GenerationSession {
    /** The part of the program's memory that a trace may take; keys, values and weights need room too. */
    private static final int MEMORY_SHARE = 3;

    private final LanguageModel model;
    private final long traceBytes;
    private final KeyValueCache cache;
    private Optional<Trace> latest = Optional.empty();

    public GenerationSession(LanguageModel model) {
        this(model, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }

    /** @param traceBytes the most that a trace may take */
    GenerationSession(LanguageModel model, long traceBytes) {
        this.model = model;
        this.traceBytes = traceBytes;
        this.cache = model.transformer().newCache();
    }

    public LanguageModel model() {
        return model;
    }

    /**
     * Reads a text and keeps everything that was computed.
     *
     * @param tokens the whole text, at least one token
     * @return its trace; what the text shares with the one read before is shared, not computed again
     * @throws IllegalArgumentException if there are no tokens, more than the context holds, or more than there is memory to
     *     record
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Trace read(List<Token> tokens) {
        return readTimed(tokens).trace();
    }

    /**
     * Reads a text anew and keeps all that was computed for some of its tokens; of the others keys and values only.
     *
     * @param window the tokens of which all is kept, within the text
     * @throws IllegalArgumentException as {@link #read}, or if the window goes beyond the text
     */
    public Trace read(List<Token> tokens, Window window) {
        if (window.to() > tokens.size()) {
            throw new IllegalArgumentException("There is no token %d: the text has %d tokens, counted from 0."
                    .formatted(window.to() - 1, tokens.size()));
        }
        requireToFit(window.length());
        latest = Optional.empty();
        cache.truncate(0);
        TraceRecorder recorder = new TraceRecorder(window);
        Vector logits = model.transformer().unembedding().logits(forward(tokens, recorder));
        return Trace.of(model.shape(), model.transformer().rotary(), tokens, recorder, logits);
    }

    /** As {@link #read(List)}, with the time that each part took. */
    public TimedTrace readTimed(List<Token> tokens) {
        requireToFit(tokens.size());
        Optional<Trace> before = latest;
        int kept = before.map(trace -> sharedStart(trace.tokens(), tokens)).orElse(0);
        // Until this text is read whole the cache belongs to no trace: a cancelled pass starts from nothing.
        latest = Optional.empty();
        cache.truncate(kept);
        TraceRecorder recorder = new TraceRecorder();
        PassClock clock = new PassClock(model.shape(), recorder);
        Vector last = kept == tokens.size() && kept > 0
                ? before.orElseThrow().residual(model.shape().layers(), kept - 1)
                : forward(tokens.subList(kept, tokens.size()), clock);
        long begin = System.nanoTime();
        Vector logits = model.transformer().unembedding().logits(last);
        double unembedding = (System.nanoTime() - begin) / 1e6;
        Trace trace = kept > 0
                ? before.orElseThrow().continued(kept, tokens, recorder, logits)
                : Trace.of(model.shape(), model.transformer().rotary(), tokens, recorder, logits);
        latest = Optional.of(trace);
        return new TimedTrace(trace, tokens.size() - kept, clock, unembedding);
    }

    private void requireToFit(int recorded) {
        long needed = recorded * TraceRecorder.bytesPerToken(model.shape());
        if (needed > traceBytes) {
            throw new IllegalArgumentException(
                    "All that the model computes for %,d tokens takes %s to keep, and there is room for %s. Take a shorter text."
                            .formatted(recorded, ByteCount.text(needed), ByteCount.text(traceBytes)));
        }
    }

    private Vector forward(List<Token> tokens, Probe probe) {
        return model.transformer().forward(tokens.stream().map(Token::id).toList(), cache, probe);
    }

    /** @return how many tokens two texts begin with alike */
    static int sharedStart(List<Token> before, List<Token> now) {
        int most = Math.min(before.size(), now.size());
        int shared = 0;
        while (shared < most && before.get(shared).id() == now.get(shared).id()) {
            shared++;
        }
        return shared;
    }
}
