package tokenwalk.app.attention.model;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.trace.AttentionSteps;
import tokenwalk.runtime.trace.Trace;

/** All heads of the chosen layer, and the chosen head step by step. Nothing is computed while nobody looks. */
public final class HeadsModel {
    /** The whole matrix of each head, [length × length]; empty for a text that is too long for them. */
    public record LayerHeads(Reading reading, int layer, List<Matrix> weights) {
        public LayerHeads {
            weights = List.copyOf(weights);
        }
    }

    /** How one head reads for one token. */
    public record HeadSteps(Reading reading, int layer, int head, int position, AttentionSteps steps) {}

    private final SessionModel session;
    private final Lane matrices;
    private final Lane facts;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<@Nullable LayerHeads> heads = new ReadOnlyObjectWrapper<>(this, "heads");
    private final ReadOnlyObjectWrapper<@Nullable FirstTokenFacts> firstToken =
            new ReadOnlyObjectWrapper<>(this, "firstToken");
    private final ObjectBinding<@Nullable HeadSteps> steps;

    HeadsModel(SessionModel session, Background background) {
        this.session = session;
        this.matrices = new Lane(background);
        this.facts = new Lane(background);
        this.steps = Bindings.createObjectBinding(
                this::steps,
                shown,
                session.readingProperty(),
                session.positionProperty(),
                session.layerProperty(),
                session.headProperty());
        session.readingProperty().subscribe(this::update);
        session.layerProperty().subscribe(this::update);
        session.headProperty().subscribe(this::updateFacts);
        session.positionProperty().subscribe(this::updateFacts);
        shown.subscribe(this::update);
    }

    /** Whether heads and steps are shown. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Stays until the next is computed; null before the first. */
    public ReadOnlyObjectProperty<@Nullable LayerHeads> headsProperty() {
        return heads.getReadOnlyProperty();
    }

    /** Null while not shown, and before a text is read. */
    public ObjectBinding<@Nullable HeadSteps> stepsProperty() {
        return steps;
    }

    /** What the first token gets; stays until the next is computed. */
    public ReadOnlyObjectProperty<@Nullable FirstTokenFacts> firstTokenProperty() {
        return firstToken.getReadOnlyProperty();
    }

    void reset() {
        shown.set(false);
    }

    private @Nullable HeadSteps steps() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (!shown.get() || reading == null || position >= reading.trace().length()) {
            return null;
        }
        int layer = session.layerProperty().get();
        int head = session.headProperty().get();
        return new HeadSteps(reading, layer, head, position, reading.trace().attentionSteps(layer, head, position));
    }

    private void update() {
        Reading reading = session.reading();
        if (shown.get() && reading != null) {
            int layer = session.layerProperty().get();
            matrices.run(() -> heads(reading, layer), heads::set, HeadsModel::fail);
            updateFacts();
        }
    }

    private static LayerHeads heads(Reading reading, int layer) {
        Trace trace = reading.trace();
        int count = trace.length() > AttentionModel.LONGEST_MATRIX
                ? 0
                : trace.shape().attention().heads();
        return new LayerHeads(
                reading,
                layer,
                IntStream.range(0, count)
                        .mapToObj(head -> trace.attention(layer, head))
                        .toList());
    }

    private void updateFacts() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (shown.get() && reading != null && position < reading.trace().length()) {
            int layer = session.layerProperty().get();
            int head = session.headProperty().get();
            facts.run(() -> FirstTokenFacts.of(reading, layer, head, position), firstToken::set, HeadsModel::fail);
        }
    }

    private static void fail(Exception failure) {
        throw new IllegalStateException(failure);
    }
}
