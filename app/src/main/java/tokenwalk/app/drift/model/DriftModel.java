package tokenwalk.app.drift.model;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
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
    private final ReadOnlyObjectWrapper<DriftView> view =
            new ReadOnlyObjectWrapper<>(this, "view", DriftView.NORMALISED);
    private final ReadOnlyObjectWrapper<@Nullable DriftPicture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
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
        if (newView != view.get()) {
            view.set(newView);
            fitted = null;
            compute();
        }
    }

    /** Back to how it began: no text, no picture, directions. */
    public void reset() {
        newest.incrementAndGet();
        prompt = null;
        text = null;
        fitted = null;
        view.set(DriftView.NORMALISED);
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
        DriftPicture ready = fitted;
        DriftView wanted = view.get();
        background.execute(() -> {
            if (request != newest.get()) {
                return;
            }
            try {
                DriftPicture fit = ready == null ? DriftPicture.of(base, wanted, projection) : ready;
                DriftPicture result = all == base ? fit : fit.extend(all);
                screen.execute(() -> deliver(request, fit, result));
            } catch (RuntimeException e) {
                screen.execute(() -> fail(request, e));
            }
        });
    }

    private void deliver(long request, DriftPicture fit, DriftPicture result) {
        if (request == newest.get()) {
            fitted = fit;
            picture.set(result);
            problem.set("");
        }
    }

    private void fail(long request, RuntimeException cause) {
        if (request == newest.get()) {
            problem.set("No picture: " + cause.getMessage());
        }
    }
}
