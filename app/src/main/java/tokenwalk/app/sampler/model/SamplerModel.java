package tokenwalk.app.sampler.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.sampler.model.Fold.Fate;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** What the sampler's panels share, beside the one policy and its draws: the lines, and which token is pointed at. */
public final class SamplerModel {
    public static final int NONE = -1;
    /** A sentence with many ways to go on: on it every knob shows. */
    public static final String LESS_CERTAIN = "The cat sat on the";

    private static final double NEARLY_CERTAIN = 0.9;

    private final SessionModel session;
    private final GenerationModel generation;
    private final IntegerProperty pointed = new SimpleIntegerProperty(this, "pointed", NONE);
    private final ReadOnlyObjectWrapper<Set<Fate>> open = new ReadOnlyObjectWrapper<>(this, "open", Set.of());
    private final ObjectBinding<List<Line>> lines;
    private final ObjectBinding<@Nullable AddedUp> addedUp;
    private final BooleanBinding nearlyCertain;

    public SamplerModel(SessionModel session, GenerationModel generation) {
        this.session = session;
        this.generation = generation;
        this.lines = Bindings.createObjectBinding(this::makeLines, generation.distributionProperty(), open);
        this.addedUp = Bindings.createObjectBinding(this::addUp, generation.distributionProperty());
        this.nearlyCertain = Bindings.createBooleanBinding(this::isNearlyCertain, session.readingProperty());
    }

    private List<Line> makeLines() {
        Distribution now = generation.distributionProperty().get();
        return now == null ? List.of() : new Lines(now, open.get());
    }

    private @Nullable AddedUp addUp() {
        Distribution now = generation.distributionProperty().get();
        return now == null ? null : AddedUp.of(now);
    }

    /** Asked of the model's own distribution: a policy that leaves one token does not make the model certain. */
    private boolean isNearlyCertain() {
        Reading now = session.reading();
        return now != null
                && Distribution.of(now.logits(), SamplingPolicy.DEFAULT).probability(0) > NEARLY_CERTAIN;
    }

    public SessionModel session() {
        return session;
    }

    public GenerationModel generation() {
        return generation;
    }

    /** The rank of the token that is pointed at, in all panels; {@link #NONE} for none. */
    public IntegerProperty pointedProperty() {
        return pointed;
    }

    /** Which folds show their tokens. */
    public ReadOnlyObjectProperty<Set<Fate>> openProperty() {
        return open.getReadOnlyProperty();
    }

    public ObjectBinding<List<Line>> linesProperty() {
        return lines;
    }

    /** Null before a text is read. */
    public ObjectBinding<@Nullable AddedUp> addedUpProperty() {
        return addedUp;
    }

    /** Whether one token has so much of the probability that knobs and draws show little. */
    public BooleanBinding nearlyCertainProperty() {
        return nearlyCertain;
    }

    /** Opens or closes a fold. */
    public void toggle(Fate fate) {
        Set<Fate> now = EnumSet.noneOf(Fate.class);
        now.addAll(open.get());
        if (!now.remove(fate)) {
            now.add(fate);
        }
        open.set(Set.copyOf(now));
    }

    /** Shows the less certain sentence instead. */
    public void showLessCertain() {
        session.sentences().stream()
                .filter(sentence -> sentence.text().equals(LESS_CERTAIN))
                .findFirst()
                .ifPresentOrElse(session::choose, () -> session.showText(LESS_CERTAIN));
    }

    /** As at the beginning; the policy is the generation's and stays. */
    public void reset() {
        open.set(Set.of());
        pointed.set(NONE);
    }
}
