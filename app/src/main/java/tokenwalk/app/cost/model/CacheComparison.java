package tokenwalk.app.cost.model;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Transformer;

/**
 * The same text written twice, always with the best token: once with a key/value cache, once with none, where each token
 * has the whole text read again. Belongs to the worker.
 */
final class CacheComparison {
    private final LanguageModel model;
    private final KeyValueCache cache;
    private final List<Integer> with;
    private final List<Integer> without;

    CacheComparison(LanguageModel model, List<Token> prompt) {
        this.model = model;
        this.cache = model.transformer().newCache();
        this.with = new ArrayList<>(prompt.stream().map(Token::id).toList());
        this.without = new ArrayList<>(with);
    }

    /** Reads the prompt but for its last token, so that every step measured is one of a single token. */
    void begin() {
        if (with.size() > 1) {
            model.transformer().forward(with.subList(0, with.size() - 1), cache, Probe.NONE);
        }
    }

    /** @return one more token, both ways */
    CacheRun.Step step() {
        int length = with.size();
        long start = System.nanoTime();
        int next = best(with.subList(length - 1, length), cache);
        long cached = System.nanoTime();
        int nextWithout = best(without, model.transformer().newCache());
        long read = System.nanoTime();
        with.add(next);
        without.add(nextWithout);
        return new CacheRun.Step(
                length, (cached - start) / 1e6, (read - cached) / 1e6, model.token(next), model.token(nextWithout));
    }

    private int best(List<Integer> ids, KeyValueCache into) {
        Transformer transformer = model.transformer();
        Vector last = transformer.forward(ids, into, Probe.NONE);
        return transformer.unembedding().logits(last).indexOfLargest();
    }
}
