package tokenwalk.runtime.generation;

import java.util.List;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.ContributionRecorder;
import tokenwalk.runtime.trace.Contributions;
import tokenwalk.runtime.transformer.KeyValueCache;

/**
 * Reads one token of a text again to see what each block adds to it. Keeps what came before in a key/value cache, so that
 * a token that was passed before costs one token only. One thread at a time.
 */
public final class ContributionReader {
    private final LanguageModel model;
    private final KeyValueCache cache;
    private List<Token> read = List.of();

    public ContributionReader(LanguageModel model) {
        this.model = model;
        this.cache = model.transformer().newCache();
    }

    public LanguageModel model() {
        return model;
    }

    /**
     * @param tokens the text
     * @param position of one of its tokens; those after it are not read, since no token sees ahead
     * @throws IndexOutOfBoundsException if the text has no such position
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Contributions read(List<Token> tokens, int position) {
        List<Token> upTo = tokens.subList(0, position + 1);
        int shared = GenerationSession.sharedStart(read, upTo);
        return shared == upTo.size() ? readAgain(upTo) : readOn(upTo, shared);
    }

    /** One token of what was read before; what follows it stays in the cache. */
    private Contributions readAgain(List<Token> upTo) {
        int position = upTo.size() - 1;
        cache.truncate(position);
        try {
            return forward(upTo, position);
        } finally {
            cache.restore(read.size());
        }
    }

    private Contributions readOn(List<Token> upTo, int kept) {
        // Until the token is read the cache belongs to what is kept: a cancelled pass goes on from there.
        read = List.copyOf(upTo.subList(0, kept));
        cache.truncate(kept);
        Contributions contributions = forward(upTo, kept);
        read = List.copyOf(upTo);
        return contributions;
    }

    private Contributions forward(List<Token> upTo, int kept) {
        ContributionRecorder recorder = new ContributionRecorder(upTo.size() - 1);
        List<Integer> ids =
                upTo.subList(kept, upTo.size()).stream().map(Token::id).toList();
        model.transformer().forward(ids, cache, recorder);
        return recorder.contributions();
    }
}
