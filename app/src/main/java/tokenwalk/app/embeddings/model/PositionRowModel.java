package tokenwalk.app.embeddings.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.PositionTable;

/** The learnt row that a position adds to the row of whatever token stands there, in a model that has such rows. */
public final class PositionRowModel {
    /** So many positions are named as the nearest. */
    private static final int NAMED = 5;

    /**
     * What enters block 0 at the chosen position.
     *
     * @param tokenRow what the token picks, [width]
     * @param positionRow what the position adds, [width]
     * @param sum what the model really began with, at level 0, [width]
     * @param alike the cosine of the position's row with that of every position, [places]
     */
    public record AddedRow(Token token, int position, Vector tokenRow, Vector positionRow, Vector sum, Vector alike) {

        /** @return how many positions the model has */
        public int places() {
            return alike.size();
        }

        /** @return the largest difference of any number of the sum from what was added up here */
        public double difference() {
            return IntStream.range(0, sum.size())
                    .mapToDouble(i -> Math.abs(tokenRow.at(i) + positionRow.at(i) - sum.at(i)))
                    .max()
                    .orElse(0);
        }

        /** @return the other positions whose rows point most nearly the same way, nearest first */
        public List<Integer> nearest() {
            return IntStream.range(0, places())
                    .filter(other -> other != position)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> -alike.at(other)))
                    .limit(NAMED)
                    .toList();
        }
    }

    private final SessionModel session;
    private final Lane lane;
    private final ObservableValue<Boolean> shown;
    private final ReadOnlyObjectWrapper<@Nullable AddedRow> added = new ReadOnlyObjectWrapper<>(this, "added");

    /** @param shown whether anybody looks: else no rows are compared */
    public PositionRowModel(SessionModel session, Background background, ObservableValue<Boolean> shown) {
        this.session = session;
        this.lane = new Lane(background);
        this.shown = shown;
        session.readingProperty().subscribe(this::update);
        session.positionProperty().subscribe(this::update);
        // At once too: the screen may be made after the text was read.
        shown.subscribe(_ -> update());
    }

    /** Stays until the next is there; null before the first, and for a model without such rows. */
    public ReadOnlyObjectProperty<@Nullable AddedRow> addedProperty() {
        return added.getReadOnlyProperty();
    }

    private void update() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (reading == null || position >= reading.trace().length() || !shown.getValue()) {
            return;
        }
        if (reading.model().transformer().positions() instanceof PositionTable table) {
            lane.run(() -> add(reading, table, position), added::set, failure -> {
                throw new IllegalStateException(failure);
            });
        } else {
            lane.cancel();
            added.set(null);
        }
    }

    private static AddedRow add(Reading reading, PositionTable table, int position) {
        Token token = reading.trace().tokens().get(position);
        return new AddedRow(
                token,
                position,
                reading.model().transformer().embedding().row(token.id()),
                table.row(position),
                reading.trace().residual(0, position),
                table.cosines(position));
    }
}
