package tokenwalk.app.lens.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;

/** What the chosen token is near to at the slider's level, read through the lens. */
public final class HighlightedTokenModel {
    /** So many tokens are listed. */
    public static final int LISTED = 10;

    /**
     * The lens at one level of one token.
     *
     * @param now the ten nearest tokens; followed is the token that the model predicts there at its last level
     * @param before where the followed token stood one level before; none at level 0
     */
    public record Near(int position, int level, LensReading now, Optional<Candidate> before) {}

    private final SessionModel session;
    private final Background background;
    private final Lane lane;
    private final ReadOnlyObjectWrapper<@Nullable Near> near = new ReadOnlyObjectWrapper<>(this, "near");

    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", true);
    private @Nullable Trace trace;
    private int position;
    private Map<Integer, LensReading> byLevel = Map.of();

    public HighlightedTokenModel(SessionModel session, Background background) {
        this.session = session;
        this.background = background;
        this.lane = new Lane(background);
        session.readingProperty().subscribe(this::update);
        session.positionProperty().subscribe(this::update);
        session.levelProperty().subscribe(this::update);
        active.subscribe(this::update);
    }

    /** Whether somebody looks: if not, nothing is read, and the worker is free for what is on screen. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The newest reading; stays until the next is there. Null before the first. */
    public ReadOnlyObjectProperty<@Nullable Near> nearProperty() {
        return near.getReadOnlyProperty();
    }

    private void update() {
        Reading reading = session.reading();
        if (!active.get()
                || reading == null
                || session.positionProperty().get() >= reading.trace().length()) {
            return;
        }
        if (reading.trace() != trace || session.positionProperty().get() != position) {
            trace = reading.trace();
            position = session.positionProperty().get();
            byLevel = new HashMap<>();
            readLevels(reading);
        }
        publish();
    }

    /** The level on screen first, then all others, so that the slider finds them ready. */
    private void readLevels(Reading reading) {
        int level = session.levelProperty().get();
        int at = position;
        Trace of = reading.trace();
        lane.run(
                () -> {
                    int last = of.shape().layers();
                    int followed = read(reading, at, List.of(last), 0)
                            .getFirst()
                            .best()
                            .getFirst()
                            .id();
                    List<Integer> first = level == 0 ? List.of(0) : List.of(level, level - 1);
                    deliver(of, at, first, read(reading, at, first, followed));
                    return read(
                            reading, at, IntStream.rangeClosed(0, last).boxed().toList(), followed);
                },
                all -> keep(of, at, IntStream.range(0, all.size()).boxed().toList(), all),
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    private static List<LensReading> read(Reading reading, int position, List<Integer> levels, int followed) {
        List<Vector> residuals = levels.stream()
                .map(level -> reading.trace().residual(level, position))
                .toList();
        return reading.model().lens().read(residuals, LISTED, followed);
    }

    private void deliver(Trace of, int at, List<Integer> levels, List<LensReading> readings) {
        background.screen().execute(() -> keep(of, at, levels, readings));
    }

    private void keep(Trace of, int at, List<Integer> levels, List<LensReading> readings) {
        if (of == trace && at == position) {
            for (int i = 0; i < readings.size(); i++) {
                byLevel.put(levels.get(i), readings.get(i));
            }
            publish();
        }
    }

    private void publish() {
        int level = session.levelProperty().get();
        LensReading now = byLevel.get(level);
        if (now != null) {
            LensReading before = byLevel.get(level - 1);
            near.set(new Near(position, level, now, Optional.ofNullable(before).map(LensReading::followed)));
        }
    }
}
