package tokenwalk.app.contributions;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.generation.ContributionReader;
import tokenwalk.runtime.lens.Lens;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Contributions;
import tokenwalk.runtime.transformer.Unembedding;

/**
 * What each block adds to the chosen token. The trace does not hold it: the worker reads the token once more, and only
 * while somebody looks.
 */
public final class ContributionsModel {
    /** So many of the best next tokens are offered. */
    public static final int OFFERED = 10;

    private final SessionModel session;
    private final Lane lane;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<@Nullable TokenParts> parts = new ReadOnlyObjectWrapper<>(this, "parts");

    /** The worker's, which gets its next one with the next model. */
    private @Nullable ContributionReader reader;

    private @Nullable Reading asked;
    private int askedPosition;

    public ContributionsModel(SessionModel session, Background background) {
        this.session = session;
        this.lane = new Lane(background);
        session.readingProperty().subscribe(this::update);
        session.positionProperty().subscribe(this::update);
        shown.subscribe(this::update);
    }

    /** Whether the screen that shows them is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The newest parts; stay until the next are there. Null before the first. */
    public ReadOnlyObjectProperty<@Nullable TokenParts> partsProperty() {
        return parts.getReadOnlyProperty();
    }

    private void update() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (!shown.get() || reading == null || position >= reading.trace().length()) {
            return;
        }
        if (reading == asked && position == askedPosition) {
            return;
        }
        asked = reading;
        askedPosition = position;
        lane.run(() -> read(reading, position), parts::set, failure -> {
            throw new IllegalStateException(failure);
        });
    }

    private TokenParts read(Reading reading, int position) {
        Contributions contributions = readerOf(reading).read(reading.trace().tokens(), position);
        Unembedding unembedding = reading.model().transformer().unembedding();
        Vector last = reading.trace().residual(reading.trace().shape().layers(), position);
        Vector logits = unembedding.logits(last);
        return new TokenParts(
                reading,
                contributions,
                unembedding.frozenAt(contributions.last()),
                logits,
                List.copyOf(Lens.reading(logits, OFFERED, 0).best()));
    }

    private ContributionReader readerOf(Reading reading) {
        ContributionReader ready = reader;
        if (ready == null || ready.model() != reading.model()) {
            ready = new ContributionReader(reading.model());
            reader = ready;
        }
        return ready;
    }
}
