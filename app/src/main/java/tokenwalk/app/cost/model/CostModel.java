package tokenwalk.app.cost.model;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.token.Token;

/** What one more token costs after the session's text: counted, measured, and with and without the key/value cache. */
public final class CostModel {
    /** The text grows by so many tokens while both ways are measured. */
    static final int GROWTH = 48;

    private final SessionModel session;
    private final Lane timing;
    private final Lane comparing;
    private final ReadOnlyObjectWrapper<@Nullable StepCost> cost = new ReadOnlyObjectWrapper<>(this, "cost");
    private final ReadOnlyObjectWrapper<@Nullable StepTimes> times = new ReadOnlyObjectWrapper<>(this, "times");
    private final ReadOnlyObjectWrapper<CacheRun> run = new ReadOnlyObjectWrapper<>(this, "run", CacheRun.NONE);
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    private boolean shown;
    private boolean timed;
    private @Nullable Reading known;

    public CostModel(SessionModel session, Background background) {
        this.session = session;
        this.timing = new Lane(background);
        this.comparing = new Lane(background);
        session.readingProperty().subscribe(this::update);
    }

    /** Null before a text is read. */
    public ReadOnlyObjectProperty<@Nullable StepCost> costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** The newest measurement; stays until the next is there. Null before the first. */
    public ReadOnlyObjectProperty<@Nullable StepTimes> timesProperty() {
        return times.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CacheRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Whether the cache is being compared. */
    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Why a measurement failed, in one line; empty if none did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Measures only while it is shown. */
    public void setShown(boolean now) {
        shown = now;
        if (!shown) {
            timing.cancel();
            cancel();
            if (!timed) {
                known = null;
            }
        }
        update();
    }

    private void update() {
        Reading reading = session.reading();
        if (!shown || reading == null || reading == known) {
            return;
        }
        known = reading;
        reset();
        cost.set(StepCost.of(reading.model().transformer(), reading.trace().length()));
        measureStep();
    }

    /** Takes the times of a step again. */
    public void measureStep() {
        Reading reading = session.reading();
        if (reading != null) {
            List<Token> tokens = reading.trace().tokens();
            timed = false;
            timing.run(
                    () -> StepTimes.measure(reading.model().transformer(), tokens),
                    measured -> {
                        timed = true;
                        times.set(measured);
                    },
                    this::failed);
        }
    }

    /** Writes on with the cache and without, token by token, until the text has grown enough. */
    public void compare() {
        Reading reading = session.reading();
        if (reading == null) {
            return;
        }
        List<Token> tokens = reading.trace().tokens();
        int room = reading.trace().shape().contextLength() - tokens.size();
        CacheComparison comparison = new CacheComparison(reading.model(), tokens);
        problem.set("");
        measuring.set(true);
        run.set(new CacheRun(List.of(), Math.min(GROWTH, room)));
        comparing.run(
                () -> {
                    comparison.begin();
                    return comparison;
                },
                this::goOn,
                this::failed);
    }

    private void goOn(CacheComparison comparison) {
        CacheRun now = run.get();
        measuring.set(now.steps().size() < now.planned());
        if (measuring.get()) {
            comparing.run(
                    comparison::step,
                    step -> {
                        List<CacheRun.Step> longer = new ArrayList<>(now.steps());
                        longer.add(step);
                        run.set(new CacheRun(longer, now.planned()));
                        goOn(comparison);
                    },
                    this::failed);
        }
    }

    /** Breaks the comparison off; what was measured stays. */
    public void cancel() {
        comparing.cancel();
        measuring.set(false);
    }

    /** As before any comparison. */
    public void reset() {
        cancel();
        run.set(CacheRun.NONE);
        problem.set("");
    }

    private void failed(Exception failure) {
        measuring.set(false);
        String message = failure.getMessage();
        problem.set(message == null ? failure.toString() : message);
    }
}
