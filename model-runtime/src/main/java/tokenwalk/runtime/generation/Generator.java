package tokenwalk.runtime.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.sampling.Sampler;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.Probe;

/**
 * The decode loop: the model reads what is new, a token is drawn from its logits and read in turn, until a rule says
 * stop. Nothing is recorded on the way; {@link GenerationSession} does that.
 */
public final class Generator {
    private final LanguageModel model;
    private final SamplingPolicy policy;
    private final Sampler sampler;

    /** @param sampler where the draws come from; not asked at temperature 0 */
    public Generator(LanguageModel model, SamplingPolicy policy, Sampler sampler) {
        this.model = model;
        this.policy = policy;
        this.sampler = sampler;
    }

    /** @return a generator that always takes the best token */
    public static Generator best(LanguageModel model) {
        return new Generator(model, SamplingPolicy.BEST, new Sampler(0));
    }

    /**
     * Goes on from a prompt.
     *
     * @param prompt at least one token
     * @param grown told the text that is settled, after each token that settles some
     * @throws IllegalArgumentException if the prompt is empty or longer than the context
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Generation generate(List<Token> prompt, StopRules rules, Consumer<String> grown) {
        GeneratedText text = new GeneratedText(rules, prompt.size());
        KeyValueCache cache = model.transformer().newCache();
        List<Token> tokens = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        List<Token> unread = prompt;
        while (text.stopped().isEmpty()) {
            Token next = choose(logitsAfter(unread, cache));
            tokens.add(next);
            String settled = text.push(next).text();
            if (!settled.isEmpty()) {
                whole.append(settled);
                grown.accept(settled);
            }
            unread = List.of(next);
        }
        return new Generation(tokens, whole.toString(), text.stopped().orElseThrow());
    }

    private Vector logitsAfter(List<Token> unread, KeyValueCache cache) {
        Vector last = model.transformer().forward(unread.stream().map(Token::id).toList(), cache, Probe.NONE);
        return model.transformer().unembedding().logits(last);
    }

    private Token choose(Vector logits) {
        // The best token needs no ranking of the whole vocabulary, which costs milliseconds.
        int id = policy.alwaysBest()
                ? logits.indexOfLargest()
                : sampler.draw(Distribution.of(RankedLogits.of(logits), policy)).tokenId();
        return model.token(id);
    }
}
