package tokenwalk.lessons.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.ModelShape;

/**
 * The facts of one text, each computed when it is first asked for and then kept. For any thread, one at a time; a fact may
 * take a tenth of a second, so not for the FX thread. Made anew for each text that is read.
 */
public final class LiveFacts {
    private final ReadText text;
    private final Map<Expression, FactValue> known = new HashMap<>();
    private final Map<Expression, FactException> failed = new HashMap<>();
    private final LensRows lens;
    private final Losses losses;
    private @Nullable RankedLogits ranked;

    public LiveFacts(ReadText text) {
        this.text = text;
        this.lens = new LensRows(text.model().transformer().unembedding(), text.trace());
        this.losses = new Losses(lens, text.trace());
    }

    public ReadText text() {
        return text;
    }

    /** @throws FactException if the expression has no value for this model and text */
    public synchronized FactValue value(Expression expression) {
        FactException failure = failed.get(expression);
        if (failure != null) {
            throw failure;
        }
        FactValue value = known.get(expression);
        if (value == null) {
            value = compute(expression);
            known.put(expression, value);
        }
        return value;
    }

    /** As {@link #value}, without an exception. */
    public Optional<FactValue> find(Expression expression) {
        try {
            return Optional.of(value(expression));
        } catch (FactException e) {
            return Optional.empty();
        }
    }

    private FactValue compute(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> written(number.value());
            case Expression.TextLiteral literal -> new FactValue.Words(literal.text());
            case Expression.Call call -> computed(call);
        };
    }

    private FactValue computed(Expression.Call call) {
        List<FactValue> arguments = call.arguments().stream().map(this::value).toList();
        try {
            return call.fact().compute(this, arguments);
        } catch (FactException e) {
            failed.put(call, e);
            throw e;
        } catch (IllegalArgumentException e) {
            // The runtime says in one sentence for the user what it cannot do.
            FactException told = new FactException(call.fact().name() + ": " + e.getMessage());
            failed.put(call, told);
            throw told;
        }
    }

    /** A number as a lesson wrote it: with as many decimals. */
    private static FactValue written(double number) {
        if (number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE) {
            return new FactValue.Count((long) number);
        }
        String digits = Double.toString(number);
        int point = digits.indexOf('.');
        return new FactValue.Decimal(number, digits.contains("E") ? 6 : digits.length() - point - 1);
    }

    LanguageModel model() {
        return text.model();
    }

    ModelShape shape() {
        return text.model().shape();
    }

    Trace trace() {
        return text.trace();
    }

    /** @return the next token's logits, sorted */
    RankedLogits ranked() {
        RankedLogits sorted = ranked;
        if (sorted == null) {
            sorted = RankedLogits.of(text.trace().logits());
            ranked = sorted;
        }
        return sorted;
    }

    /** @return the next token's distribution; for the model's own {@link SamplingPolicy#DEFAULT} */
    Distribution distribution(SamplingPolicy policy) {
        return Distribution.of(ranked(), policy);
    }

    LensRows lens() {
        return lens;
    }

    Losses losses() {
        return losses;
    }
}
