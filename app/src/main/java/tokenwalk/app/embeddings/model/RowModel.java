package tokenwalk.app.embeddings.model;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.EmbeddingTable;
import tokenwalk.runtime.transformer.EmbeddingTable.RankedRow;

/** The row of the table that the chosen token picks, wherever the token stands, and the rows nearest to it. */
public final class RowModel {
    /** So many rows are listed. */
    public static final int LISTED = 10;

    /**
     * The chosen token's row.
     *
     * @param row [width], from the table
     * @param places where the token stands, its position among them
     */
    public record PickedRow(Token token, int position, Vector row, List<Place> places) {
        public PickedRow {
            places = List.copyOf(places);
        }
    }

    /**
     * A position at which the token stands.
     *
     * @param residual what the model really began with there, at level 0
     * @param difference the largest difference of any of its numbers from the row's
     */
    public record Place(int position, Vector residual, double difference) {}

    /**
     * The nearest rows.
     *
     * @param id of the row they are near to
     */
    public record Neighbours(int id, List<RankedRow> rows) {
        public Neighbours {
            rows = List.copyOf(rows);
        }
    }

    private final SessionModel session;
    private final Lane lane;
    private final ObservableValue<Boolean> shown;
    private final ObjectBinding<@Nullable PickedRow> picked;
    private final ReadOnlyObjectWrapper<@Nullable Neighbours> neighbours =
            new ReadOnlyObjectWrapper<>(this, "neighbours");

    private @Nullable LanguageModel of;

    /** @param shown whether anybody looks: else no neighbours are searched for */
    public RowModel(SessionModel session, Background background, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        this.lane = new Lane(background);
        this.picked = Bindings.createObjectBinding(this::pick, session.readingProperty(), session.positionProperty());
        picked.subscribe(this::search);
        shown.subscribe(_ -> search(picked.get()));
    }

    /** Null before a text is read. */
    public ObjectBinding<@Nullable PickedRow> pickedProperty() {
        return picked;
    }

    /** The rows nearest to the chosen one; those of the last one stay until they are found. Null before the first. */
    public ReadOnlyObjectProperty<@Nullable Neighbours> neighboursProperty() {
        return neighbours.getReadOnlyProperty();
    }

    /** Rows of another model would bear this one's names. */
    private void forgetOtherModels(@Nullable Reading reading) {
        if (reading != null && reading.model() != of) {
            of = reading.model();
            lane.cancel();
            neighbours.set(null);
        }
    }

    private @Nullable PickedRow pick() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (reading == null || position >= reading.trace().length()) {
            return null;
        }
        List<Token> tokens = reading.trace().tokens();
        Token token = tokens.get(position);
        Vector row = reading.model().transformer().embedding().row(token.id());
        List<Place> places = IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).id() == token.id())
                .mapToObj(at -> place(at, reading.trace().residual(0, at), row))
                .toList();
        return new PickedRow(token, position, row, places);
    }

    private static Place place(int position, Vector residual, Vector row) {
        double difference = IntStream.range(0, row.size())
                .mapToDouble(i -> Math.abs(row.at(i) - residual.at(i)))
                .max()
                .orElse(0);
        return new Place(position, residual, difference);
    }

    private void search(@Nullable PickedRow now) {
        Reading reading = session.reading();
        forgetOtherModels(reading);
        if (now == null || reading == null || !shown.getValue()) {
            return;
        }
        Neighbours known = neighbours.get();
        int id = now.token().id();
        if (known != null && known.id() == id) {
            lane.cancel();
            return;
        }
        EmbeddingTable table = reading.model().transformer().embedding();
        lane.run(() -> new Neighbours(id, table.nearest(id, LISTED)), neighbours::set, failure -> {
            throw new IllegalStateException(failure);
        });
    }
}
