package tokenwalk.app.lens.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.token.Token;

/**
 * The lens over all levels and positions of the text, read some columns at a time: the chosen position first, then from the
 * last one back. They are work of their own, so that whatever else the model is asked for comes between.
 */
public final class LensModel {
    /** So many tokens are kept a cell. */
    public static final int LISTED = 10;

    /** So many positions are read together: one product with the unembedding, which is quick for that many. */
    private static final int AT_ONCE = 12;

    private final SessionModel session;
    private final Lane lane;
    private final ReadOnlyObjectWrapper<@Nullable LensTable> table = new ReadOnlyObjectWrapper<>(this, "table");
    private final ReadOnlyObjectWrapper<@Nullable Token> followed = new ReadOnlyObjectWrapper<>(this, "followed");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private boolean stopped;

    public LensModel(SessionModel session, Background background) {
        this.session = session;
        this.lane = new Lane(background);
        session.readingProperty().subscribe(this::textChanged);
        session.positionProperty().subscribe(this::readOn);
        active.subscribe(this::textChanged);
    }

    /** Whether somebody looks: nothing is read while nobody does. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** What is read so far; null before there is a text. */
    public ReadOnlyObjectProperty<@Nullable LensTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** The token that the user chose to follow; null: at each position the one that the model predicts there. */
    public ReadOnlyObjectProperty<@Nullable Token> followedProperty() {
        return followed.getReadOnlyProperty();
    }

    /** Whether columns are still being read. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What went wrong, in one line; empty if nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Follows one token at all positions. */
    public void follow(Token token) {
        followed.set(token);
        readOn();
    }

    /** Follows, at each position, what the model predicts there. */
    public void followPrediction() {
        followed.set(null);
        readOn();
    }

    /** Reads no further column, except for a position that is chosen. */
    public void stop() {
        stopped = true;
        lane.cancel();
        running.set(false);
    }

    /** Reads what is missing. */
    public void resume() {
        stopped = false;
        readOn();
    }

    /** As at the beginning: nothing chosen, nothing read. */
    public void reset() {
        lane.cancel();
        stopped = false;
        followed.set(null);
        table.set(null);
        running.set(false);
        problem.set("");
        textChanged();
    }

    private void textChanged() {
        Reading reading = session.reading();
        LensTable now = table.get();
        if (reading == null) {
            table.set(null);
        }
        if (reading == null || !active.get() || (now != null && now.reading() == reading)) {
            readOn();
            return;
        }
        if (now == null) {
            table.set(LensTable.empty(reading));
        } else {
            if (!reading.samePrompt(now.reading())) {
                followed.set(null);
                stopped = false;
            }
            table.set(now.movedTo(reading));
        }
        readOn();
    }

    private void readOn() {
        LensTable now = table.get();
        List<Integer> next = now == null || !active.get() ? List.of() : next(now);
        if (now == null || next.isEmpty()) {
            lane.cancel();
            running.set(false);
            return;
        }
        running.set(true);
        Reading reading = now.reading();
        Optional<Token> chosen = Optional.ofNullable(followed.get());
        lane.run(
                () -> LensColumn.read(reading, next, LISTED, chosen),
                columns -> {
                    problem.set("");
                    table.set(Objects.requireNonNull(table.get()).with(columns));
                    readOn();
                },
                failure -> {
                    running.set(false);
                    problem.set("! The lens cannot be read: " + failure.getMessage());
                });
    }

    /**
     * The chosen position and those still to come, from the end on, as many as are read at once. A column that follows
     * another token is good for its cells: it is read again only when it is chosen.
     */
    private List<Integer> next(LensTable now) {
        int position = session.positionProperty().get();
        boolean wanted = position < now.length()
                && now.column(position).filter(this::followsWhatIsWanted).isEmpty();
        IntStream missing = stopped
                ? IntStream.empty()
                : IntStream.iterate(now.length() - 1, i -> i >= 0, i -> i - 1)
                        .filter(i -> now.column(i).isEmpty() && !(wanted && i == position));
        return IntStream.concat(wanted ? IntStream.of(position) : IntStream.empty(), missing)
                .limit(AT_ONCE)
                .boxed()
                .toList();
    }

    private boolean followsWhatIsWanted(LensColumn column) {
        Token wanted = followed.get();
        return column.followed() == (wanted == null ? column.prediction() : wanted.id());
    }
}
