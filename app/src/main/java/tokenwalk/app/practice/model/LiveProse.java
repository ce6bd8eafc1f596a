package tokenwalk.app.practice.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.prose.Prose;

/** Prose whose facts are computed for the text on screen, and again when that changes. */
public final class LiveProse {
    private final SessionModel session;
    private final Lane lane;
    private final ReadOnlyObjectWrapper<Prose> value = new ReadOnlyObjectWrapper<>(this, "value", Prose.EMPTY);
    private Prose asked = Prose.EMPTY;
    private @Nullable LiveFacts facts;

    public LiveProse(SessionModel session, Background background) {
        this.session = session;
        this.lane = new Lane(background);
        session.readingProperty().subscribe(this::compute);
    }

    /** The prose; where a fact is not computed yet, it is still asked. */
    public ReadOnlyObjectProperty<Prose> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public void show(Prose prose) {
        asked = prose;
        value.set(prose);
        compute();
    }

    private void compute() {
        Reading reading = session.reading();
        if (reading == null || asked.expressions().isEmpty()) {
            lane.cancel();
            return;
        }
        LiveFacts now = facts(reading);
        Prose prose = asked;
        // A fact that cannot be computed says so in its place.
        lane.run(() -> prose.with(now), value::set, _ -> {});
    }

    private LiveFacts facts(Reading reading) {
        LiveFacts known = facts;
        if (known == null || known.text().trace() != reading.trace()) {
            known = new LiveFacts(new ReadText(reading.model(), reading.trace(), reading.promptLength()));
            facts = known;
        }
        return known;
    }
}
