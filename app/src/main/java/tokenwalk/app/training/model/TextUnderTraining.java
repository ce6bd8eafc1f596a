package tokenwalk.app.training.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tokenwalk.runtime.lens.CrossEntropy;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Rows;
import tokenwalk.runtime.transformer.Site;

/** A text as the model meets it in training: every position guesses at once. Belongs to the worker. */
final class TextUnderTraining {
    private final LanguageModel model;
    private final List<Token> tokens;
    private final @Nullable Trace trace;
    private final KeyValueCache cache;
    private final List<Vector> lastLevel = new ArrayList<>();

    /** @param trace what the model computed for these tokens already; without, it reads them here */
    TextUnderTraining(LanguageModel model, List<Token> tokens, @Nullable Trace trace) {
        this.model = model;
        this.tokens = List.copyOf(tokens);
        this.trace = trace;
        this.cache = model.transformer().newCache();
    }

    List<Token> tokens() {
        return tokens;
    }

    /** @return how many guesses there are: the last token has nothing after it */
    int guesses() {
        return tokens.size() - 1;
    }

    /** @return the guesses of some positions, which must follow those of the call before */
    List<Guess> guess(int from, int to) {
        List<Vector> residuals = residuals(from, to);
        int width = model.shape().width();
        float[] rows = new float[residuals.size() * width];
        for (int i = 0; i < residuals.size(); i++) {
            residuals.get(i).copyTo(rows, i * width);
        }
        Matrix logits = model.transformer().unembedding().logits(Matrix.of(residuals.size(), width, rows));
        return IntStream.range(from, to)
                .mapToObj(position -> guess(position, logits.row(position - from)))
                .toList();
    }

    private Guess guess(int position, Vector logits) {
        Token target = tokens.get(position + 1);
        double loss = CrossEntropy.loss(logits, target.id());
        Token best = model.token(logits.indexOfLargest());
        return new Guess(position, tokens.get(position), target, Math.exp(-loss), loss, best);
    }

    /** @return the gradient of a guess that was made, with so many of its largest entries */
    Gradient gradient(int position, int count) {
        Vector logits = model.transformer().unembedding().logits(residual(position));
        Guess guess = guess(position, logits);
        double[] gradient = CrossEntropy.gradient(logits, guess.target().id());
        List<Gradient.Entry> entries = IntStream.range(0, gradient.length)
                .boxed()
                .filter(id -> gradient[id] > 0)
                .sorted(Comparator.comparingDouble(id -> -gradient[id]))
                .limit(count - 1L)
                .map(id -> new Gradient.Entry(model.token(id), gradient[id]))
                .collect(ArrayList::new, List::add, List::addAll);
        entries.add(new Gradient.Entry(guess.target(), gradient[guess.target().id()]));
        return new Gradient(guess, entries, Arrays.stream(gradient).sum(), gradient.length);
    }

    private Vector residual(int position) {
        return trace == null
                ? lastLevel.get(position)
                : trace.residual(model.shape().layers(), position);
    }

    private List<Vector> residuals(int from, int to) {
        if (trace == null) {
            List<Integer> ids = tokens.subList(from, to).stream().map(Token::id).toList();
            model.transformer().forward(ids, cache, keepLastLevel());
        }
        return IntStream.range(from, to).mapToObj(this::residual).toList();
    }

    private Probe keepLastLevel() {
        return (site, level, rows) -> {
            if (site == Site.RESIDUAL && level == model.shape().layers()) {
                Matrix kept = copy(rows);
                IntStream.range(0, kept.rows()).forEach(row -> lastLevel.add(kept.row(row)));
            }
        };
    }

    private static Matrix copy(Rows rows) {
        float[] values = new float[rows.count() * rows.width()];
        rows.copyTo(values, 0);
        return Matrix.of(rows.count(), rows.width(), values);
    }
}
