package tokenwalk.app.drift.model;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The drift picture of the current text.
 *
 * <p>Commands and properties belong to the FX thread; pictures are computed off it. The old picture stays until the new
 * one is there, and a picture that is no longer wanted is dropped.
 */
public final class DriftModel {
    /** The progress of work that is over in a moment, or of none. */
    public static final double NOT_LONG = -1;

    /** So much of t-SNE at once: the model's worker is free in between. */
    private static final int ITERATIONS_A_TURN = 20;

    private final ReadOnlyObjectWrapper<DriftView> view =
            new ReadOnlyObjectWrapper<>(this, "view", DriftView.NORMALISED);
    private final ReadOnlyObjectWrapper<@Nullable DriftPicture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyObjectWrapper<Method> method =
            new ReadOnlyObjectWrapper<>(this, "method", new Method.Fitted(DriftView.NORMALISED));
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", NOT_LONG);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Projection projection;
    private final Executor background;
    private final Executor screen;

    /** Also read off the FX thread, so that work nobody waits for is not begun. */
    private final AtomicLong newest = new AtomicLong();

    private @Nullable ResidualStream prompt;
    private @Nullable ResidualStream text;
    private @Nullable DriftPicture fitted;

    /**
     * @param background runs what takes long
     * @param screen runs what touches the properties
     */
    public DriftModel(Projection projection, Executor background, Executor screen) {
        this.projection = projection;
        this.background = background;
        this.screen = screen;
    }

    public ReadOnlyObjectProperty<DriftView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** How vectors come onto the plane. */
    public ReadOnlyObjectProperty<Method> methodProperty() {
        return method.getReadOnlyProperty();
    }

    /** How much of work that takes a while is done, 0…1; {@link #NOT_LONG} where there is none. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The newest finished picture; null before the first. */
    public ReadOnlyObjectProperty<@Nullable DriftPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** What kept the newest picture from being made, in one line; empty if nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** A new prompt: the axes are fitted on it. */
    public void show(ResidualStream newPrompt) {
        prompt = newPrompt;
        text = newPrompt;
        fitted = null;
        compute();
    }

    /**
     * The same prompt with more generated tokens, or fewer: the axes stay those of the prompt.
     *
     * @throws IllegalStateException if no prompt was shown
     */
    public void extend(ResidualStream longer) {
        if (prompt == null) {
            throw new IllegalStateException("show a prompt first");
        }
        text = longer;
        compute();
    }

    /** Chooses what the axes are fitted on. */
    public void choose(DriftView newView) {
        choose(new Method.Fitted(newView));
    }

    /** Chooses how vectors come onto the plane. */
    public void choose(Method newMethod) {
        if (!newMethod.equals(method.get())) {
            method.set(newMethod);
            if (newMethod instanceof Method.Fitted(DriftView newView)) {
                view.set(newView);
            }
            fitted = null;
            compute();
        }
    }

    /** Gives up work that takes a while: back to the axes that were fitted last. */
    public void cancel() {
        if (progress.get() != NOT_LONG) {
            choose(view.get());
        }
    }

    /** Back to how it began: no text, no picture, directions. */
    public void reset() {
        newest.incrementAndGet();
        prompt = null;
        text = null;
        fitted = null;
        choose(DriftView.NORMALISED);
        progress.set(NOT_LONG);
        picture.set(null);
        problem.set("");
    }

    private void compute() {
        ResidualStream base = prompt;
        ResidualStream all = text;
        if (base == null || all == null) {
            return;
        }
        long request = newest.incrementAndGet();
        progress.set(NOT_LONG);
        DriftPicture ready = fitted;
        switch (method.get()) {
            case Method.Fitted(DriftView wanted) ->
                inBackground(
                        request,
                        () -> draw(request, ready, base, all, () -> DriftPicture.of(base, wanted, projection)));
            case Method.TwoWords(WordAxes words) ->
                inBackground(request, () -> draw(request, ready, base, all, () -> DriftPicture.of(base, words)));
            case Method.Neighbours() -> {
                progress.set(0);
                inBackground(request, () -> embed(request, NeighbourMap.drawn(all)));
            }
        }
    }

    private void inBackground(long request, Runnable work) {
        background.execute(() -> {
            if (request != newest.get()) {
                return;
            }
            try {
                work.run();
            } catch (RuntimeException e) {
                screen.execute(() -> fail(request, e));
            }
        });
    }

    private void draw(
            long request,
            @Nullable DriftPicture ready,
            ResidualStream base,
            ResidualStream all,
            Supplier<DriftPicture> fresh) {
        DriftPicture fit = ready == null ? fresh.get() : ready;
        DriftPicture result = all == base ? fit : fit.extend(all);
        screen.execute(() -> deliver(request, fit, result));
    }

    private void embed(long request, ResidualStream stream) {
        advance(request, stream, new NeighbourEmbedding(NeighbourMap.directions(stream)));
    }

    private void advance(long request, ResidualStream stream, NeighbourEmbedding embedding) {
        embedding.advance(ITERATIONS_A_TURN);
        if (embedding.isDone()) {
            DriftPicture result = DriftPicture.ofNeighbours(stream, embedding.spots());
            screen.execute(() -> deliver(request, null, result));
        } else {
            double share = embedding.progress();
            screen.execute(() -> {
                if (request == newest.get()) {
                    progress.set(share);
                }
            });
            inBackground(request, () -> advance(request, stream, embedding));
        }
    }

    private void deliver(long request, @Nullable DriftPicture fit, DriftPicture result) {
        if (request == newest.get()) {
            fitted = fit;
            progress.set(NOT_LONG);
            picture.set(result);
            problem.set("");
        }
    }

    private void fail(long request, RuntimeException cause) {
        if (request == newest.get()) {
            progress.set(NOT_LONG);
            problem.set("No picture: " + cause.getMessage());
        }
    }
}
