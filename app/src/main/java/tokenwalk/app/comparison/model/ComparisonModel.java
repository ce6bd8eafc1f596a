package tokenwalk.app.comparison.model;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.generation.model.Presses;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;

/**
 * Two models at once: a second session that reads, with its own tokenizer, whatever prompt the first one has, and that
 * generates as many tokens as the first by the same policy.
 */
public final class ComparisonModel {
    private final SessionModel first;
    private final GenerationModel firstGeneration;
    private final SessionModel second;
    private final GenerationModel generation;
    private final BooleanBinding shown;

    /** @param pause see {@link GenerationModel} */
    public ComparisonModel(SessionModel first, GenerationModel firstGeneration, Executor pause) {
        this.first = first;
        this.firstGeneration = firstGeneration;
        this.second = first.another();
        this.generation = new GenerationModel(second, pause);
        this.shown = second.modelProperty().isNotNull();
        generation.policyProperty().bind(firstGeneration.policyProperty());
        generation.seedProperty().bind(firstGeneration.seedProperty());
        generation.maximumProperty().bind(firstGeneration.maximumProperty());
        generation.stopStringsProperty().bind(firstGeneration.stopStringsProperty());
        generation.drawingProperty().bind(firstGeneration.drawingProperty());
        first.promptProperty().subscribe(second::showText);
        first.readingProperty().subscribe(this::follow);
        second.readingProperty().subscribe(this::follow);
        firstGeneration.pressesProperty().subscribe(this::pressed);
    }

    /** The session of the second model: without one while there is nothing to compare. */
    public SessionModel session() {
        return second;
    }

    /** What the second model goes on with. Commands are given to the first one's; this one follows. */
    public GenerationModel generation() {
        return generation;
    }

    /** Whether two models are open, so that screens show both. */
    public BooleanBinding shownProperty() {
        return shown;
    }

    /** Opens a second model beside the first; another second one stays until this one is there. */
    public void open(Path model) {
        second.open(model);
    }

    /** Goes back to one model. Nothing of the second is kept. */
    public void close() {
        second.close();
    }

    private void pressed(Presses before, Presses now) {
        if (now.draws() > before.draws()) {
            generation.sample((int) (now.draws() - before.draws()));
        }
        if (now.restarts() > before.restarts() && generation.generated().isEmpty()) {
            generation.restart();
        }
    }

    /** Brings the second text to as many new tokens as the first has, one by one: each reading asks for the next. */
    private void follow() {
        Reading ahead = first.reading();
        Reading behind = second.reading();
        if (isRead(ahead) && behind != null && !second.busyProperty().get()) {
            int wanted = firstGeneration.generated().size();
            int there = behind.generated().size();
            if (there < wanted) {
                generation.step();
            } else if (wanted == 0 && there > 0) {
                generation.restart();
            } else if (there > wanted) {
                generation.back();
            }
        }
    }

    /** A prompt that the first model has yet to read, or that only the second could read, gives nothing to follow. */
    private boolean isRead(@Nullable Reading ahead) {
        return ahead != null
                && !first.busyProperty().get()
                && first.problemProperty().get().isEmpty();
    }
}
