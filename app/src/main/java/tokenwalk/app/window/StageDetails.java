package tokenwalk.app.window;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Millis;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.pipeline.PipelineStrip;
import tokenwalk.app.pipeline.Stage;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.session.StageTimes;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.transformer.ModelShape;

/** What stands below each stage's name: its live shape or, by a switch, its measured time. */
final class StageDetails {
    private static final String WAITING = "–";

    private final SessionModel session;
    private final GenerationModel generation;
    private final Appearance appearance;
    private final DoubleBinding softmaxMillis;

    private StageDetails(SessionModel session, GenerationModel generation, Appearance appearance) {
        this.session = session;
        this.generation = generation;
        this.appearance = appearance;
        this.softmaxMillis = generation.softmaxMillisProperty();
    }

    static void bind(PipelineStrip pipeline, SessionModel session, GenerationModel generation, Appearance appearance) {
        StageDetails details = new StageDetails(session, generation, appearance);
        for (Stage stage : Stage.values()) {
            Observable[] depends = details.dependencies().toArray(Observable[]::new);
            pipeline.detail(stage).bind(Bindings.createStringBinding(() -> details.detail(stage), depends));
        }
    }

    private List<Observable> dependencies() {
        return List.of(
                session.readingProperty(),
                session.promptProperty(),
                generation.policyProperty(),
                generation.drawingProperty(),
                generation.choosingMillisProperty(),
                softmaxMillis,
                appearance.pipelineTimesProperty());
    }

    private String detail(Stage stage) {
        Reading reading = session.reading();
        return appearance.pipelineTimesProperty().get() ? time(stage, reading) : shape(stage, reading);
    }

    private String shape(Stage stage, @Nullable Reading reading) {
        return switch (stage) {
            case TEXT ->
                String.format("%,d chars", session.promptProperty().get().length());
            case SOFTMAX -> temperature(generation.policyProperty().get());
            case SAMPLER -> generation.drawingProperty().get() ? "draw" : "best token";
            case TOKENS, EMBEDDING, BLOCKS, FINAL_VECTOR, UNEMBEDDING, LOGITS, PROBABILITIES, TOKEN ->
                reading == null
                        ? WAITING
                        : shape(stage, reading.trace().length(), reading.trace().shape());
        };
    }

    private static String shape(Stage stage, int length, ModelShape shape) {
        return switch (stage) {
            case TOKENS -> String.format("%,d", length);
            case EMBEDDING, BLOCKS -> String.format("%d × %d", length, shape.width());
            case FINAL_VECTOR -> Integer.toString(shape.width());
            case UNEMBEDDING -> String.format("%,d × %d", shape.vocabulary(), shape.width());
            case LOGITS, PROBABILITIES -> String.format("%,d", shape.vocabulary());
            case TEXT, SOFTMAX, SAMPLER, TOKEN -> "1";
        };
    }

    /** What takes no time of its own keeps its shape. */
    private String time(Stage stage, @Nullable Reading reading) {
        if (reading == null) {
            return shape(stage, reading);
        }
        StageTimes times = reading.times();
        return switch (stage) {
            case TEXT, LOGITS, PROBABILITIES, TOKEN -> shape(stage, reading);
            case TOKENS -> Millis.of(times.tokenize().orElse(Double.NaN));
            case EMBEDDING -> passed(times, times.embedding());
            case BLOCKS -> passed(times, times.blocks());
            case FINAL_VECTOR -> passed(times, times.finalNorm());
            case UNEMBEDDING -> Millis.of(times.unembedding());
            case SOFTMAX -> Millis.of(softmaxMillis.get());
            case SAMPLER -> Millis.of(generation.choosingMillisProperty().get());
        };
    }

    /** After Back nothing new goes through the blocks: all of the text is in the cache. */
    private static String passed(StageTimes times, double millis) {
        return times.newTokens() == 0 ? "in cache" : Millis.of(millis);
    }

    private static String temperature(SamplingPolicy policy) {
        double temperature = policy.temperature();
        return temperature == Math.rint(temperature)
                ? "T = " + (int) temperature
                : String.format("T = %.1f", temperature);
    }
}
