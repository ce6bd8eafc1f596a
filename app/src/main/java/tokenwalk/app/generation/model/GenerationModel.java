package tokenwalk.app.generation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.session.Generated;
import tokenwalk.app.session.Generated.Origin;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.generation.GeneratedText;
import tokenwalk.runtime.generation.StopReason;
import tokenwalk.runtime.generation.StopRules;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.Draw;
import tokenwalk.runtime.sampling.DrawTally;
import tokenwalk.runtime.sampling.Sampler;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.token.Token;

/**
 * Choosing the next token: what the policy makes of the model's scores, draws, and the loop that appends and reads again.
 * Moving the policy never runs the model.
 */
public final class GenerationModel {
    /** So many new tokens at most, unless the user asks for more. */
    public static final int DEFAULT_MAXIMUM = 10;

    public static final long DEFAULT_SEED = 42;

    private final SessionModel session;
    private final Executor pause;
    private Sampler sampler = new Sampler(DEFAULT_SEED);

    private final ObjectProperty<SamplingPolicy> policy =
            new SimpleObjectProperty<>(this, "policy", SamplingPolicy.DEFAULT);
    private final LongProperty seed = new SimpleLongProperty(this, "seed", DEFAULT_SEED);
    private final IntegerProperty maximum = new SimpleIntegerProperty(this, "maximum", DEFAULT_MAXIMUM);
    private final ObjectProperty<List<String>> stopStrings = new SimpleObjectProperty<>(this, "stopStrings", List.of());
    private final BooleanProperty drawing = new SimpleBooleanProperty(this, "drawing");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyObjectWrapper<DrawTally> tally = new ReadOnlyObjectWrapper<>(this, "tally", DrawTally.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Draw> lastDraw = new ReadOnlyObjectWrapper<>(this, "lastDraw");
    private final ReadOnlyObjectWrapper<Presses> presses = new ReadOnlyObjectWrapper<>(this, "presses", Presses.NONE);
    private final ReadOnlyDoubleWrapper choosingMillis = new ReadOnlyDoubleWrapper(this, "choosingMillis", Double.NaN);
    private final ObjectBinding<@Nullable TimedDistribution> timed;
    private final ObjectBinding<@Nullable Distribution> distribution;
    private final ObjectBinding<Optional<StopReason>> stop;
    private final BooleanBinding canStep;

    /** @param pause delivers the next step of Play on the FX thread after a moment in which the last one can be seen */
    public GenerationModel(SessionModel session, Executor pause) {
        this.session = session;
        this.pause = pause;
        this.timed = Bindings.createObjectBinding(this::distribute, session.readingProperty(), policy);
        this.distribution = Bindings.createObjectBinding(
                () -> {
                    TimedDistribution now = timed.get();
                    return now == null ? null : now.distribution();
                },
                timed);
        this.stop = Bindings.createObjectBinding(this::findStop, session.readingProperty(), maximum, stopStrings);
        this.canStep = Bindings.createBooleanBinding(
                () -> session.reading() != null
                        && !session.busyProperty().get()
                        && stop.get().isEmpty(),
                session.readingProperty(),
                session.busyProperty(),
                stop);
        session.readingProperty().subscribe(this::wasRead);
        policy.subscribe(this::forgetDraws);
        seed.subscribe(value -> sampler = new Sampler(value.longValue()));
    }

    /** What the policy makes of the scores, and how long that took. */
    private record TimedDistribution(Distribution distribution, double millis) {}

    private @Nullable TimedDistribution distribute() {
        Reading now = session.reading();
        if (now == null) {
            return null;
        }
        long begin = System.nanoTime();
        Distribution made = Distribution.of(now.logits(), policy.get());
        return new TimedDistribution(made, (System.nanoTime() - begin) / 1e6);
    }

    private void wasRead(@Nullable Reading before, @Nullable Reading now) {
        forgetDraws();
        if (before == null || now == null || !now.samePrompt(before)) {
            sampler = new Sampler(seed.get());
            playing.set(false);
        }
        if (playing.get()) {
            if (stop.get().isPresent()) {
                playing.set(false);
            } else {
                pause.execute(this::playOn);
            }
        }
    }

    private void playOn() {
        if (playing.get()) {
            append();
        }
    }

    private void forgetDraws() {
        tally.set(DrawTally.EMPTY);
        lastDraw.set(null);
    }

    public ObjectProperty<SamplingPolicy> policyProperty() {
        return policy;
    }

    public LongProperty seedProperty() {
        return seed;
    }

    /** How many new tokens at most. */
    public IntegerProperty maximumProperty() {
        return maximum;
    }

    public ObjectProperty<List<String>> stopStringsProperty() {
        return stopStrings;
    }

    /** Whether Step and Play append a drawn token; if not, the best one. */
    public BooleanProperty drawingProperty() {
        return drawing;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** What was drawn from the present distribution so far. */
    public ReadOnlyObjectProperty<DrawTally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Draw> lastDrawProperty() {
        return lastDraw.getReadOnlyProperty();
    }

    /** How often each command was given. */
    public ReadOnlyObjectProperty<Presses> pressesProperty() {
        return presses.getReadOnlyProperty();
    }

    /** The next token's probabilities under the policy; null before a text is read. */
    public ObjectBinding<@Nullable Distribution> distributionProperty() {
        return distribution;
    }

    /** How long softmax and filters took, in milliseconds; NaN before a text is read. */
    public DoubleBinding softmaxMillisProperty() {
        return Bindings.createDoubleBinding(
                () -> {
                    TimedDistribution now = timed.get();
                    return now == null ? Double.NaN : now.millis();
                },
                timed);
    }

    /** How long it took to choose the last token, or to make one draw of the last ones; NaN before the first. */
    public ReadOnlyDoubleProperty choosingMillisProperty() {
        return choosingMillis.getReadOnlyProperty();
    }

    /** Why no further token may follow, if so. */
    public ObjectBinding<Optional<StopReason>> stopProperty() {
        return stop;
    }

    public BooleanBinding canStepProperty() {
        return canStep;
    }

    /** @return what was added to the prompt */
    public List<Generated> generated() {
        Reading now = session.reading();
        return now == null ? List.of() : now.generated();
    }

    /** Appends one token: the best, or a drawn one. Does nothing where none may follow. */
    public void step() {
        if (canStep.get()) {
            presses.set(presses.get().withStep());
            append();
        }
    }

    private void append() {
        Distribution now = distribution.get();
        if (now == null || !canStep.get()) {
            return;
        }
        List<Generated> longer = new ArrayList<>(generated());
        long begin = System.nanoTime();
        longer.add(drawing.get() ? drawn(now) : best(now));
        choosingMillis.set((System.nanoTime() - begin) / 1e6);
        session.continueWith(longer);
    }

    private Generated best(Distribution now) {
        return new Generated(token(now.logits().tokenId(0)), Origin.BEST, now.probability(0));
    }

    private Generated drawn(Distribution now) {
        Draw draw = sampler.draw(now);
        int rank = now.logits().rank(draw.tokenId());
        return new Generated(token(draw.tokenId()), Origin.DRAWN, now.probability(rank));
    }

    private Token token(int id) {
        Reading now = session.reading();
        if (now == null) {
            throw new IllegalStateException("no text was read");
        }
        return now.model().token(id);
    }

    /** Draws from the distribution shown, so many times, without appending anything. */
    public void sample(int times) {
        Distribution now = distribution.get();
        if (now != null) {
            long begin = System.nanoTime();
            List<Draw> draws = sampler.draw(now, times);
            choosingMillis.set((System.nanoTime() - begin) / 1e6 / times);
            tally.set(tally.get().with(draws));
            lastDraw.set(draws.getLast());
            presses.set(presses.get().withDraws(times));
        }
    }

    /** Steps until something stops it. */
    public void play() {
        if (canStep.get()) {
            playing.set(true);
            presses.set(presses.get().withPlay());
            append();
        }
    }

    public void pause() {
        playing.set(false);
    }

    /** Takes one token away. */
    public void back() {
        playing.set(false);
        List<Generated> now = generated();
        if (!now.isEmpty()) {
            presses.set(presses.get().withBack());
            session.continueWith(now.subList(0, now.size() - 1));
        }
    }

    /** Takes all added tokens away and begins the seed's draws anew; the policy stays. */
    public void restart() {
        presses.set(presses.get().withRestart());
        playing.set(false);
        forgetDraws();
        sampler = new Sampler(seed.get());
        if (!generated().isEmpty()) {
            session.continueWith(List.of());
        }
    }

    /** As it was at first: no added tokens, and every setting at its beginning. */
    public void reset() {
        policy.set(SamplingPolicy.DEFAULT);
        seed.set(DEFAULT_SEED);
        maximum.set(DEFAULT_MAXIMUM);
        stopStrings.set(List.of());
        drawing.set(false);
        restart();
    }

    private Optional<StopReason> findStop() {
        Reading now = session.reading();
        if (now == null) {
            return Optional.empty();
        }
        StopRules rules = new StopRules(
                now.model().endOfText(),
                stopStrings.get(),
                maximum.get(),
                now.model().shape().contextLength());
        GeneratedText text = new GeneratedText(rules, now.promptLength());
        for (Generated added : now.generated()) {
            if (text.stopped().isPresent()) {
                break;
            }
            text.push(added.token());
        }
        return text.stopped();
    }
}
