package tokenwalk.app.embeddings.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.embeddings.model.LeastTrained.Way;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.EmbeddingTable;
import tokenwalk.runtime.transformer.EmbeddingTable.RankedRow;

/** The least-trained rows of the open model, and the row that the chosen token is nearest to at each level. */
public final class LeastTrainedModel {
    /**
     * The row nearest to the residual at a level.
     *
     * @param leastTrained whether it is one of the least-trained rows
     */
    public record NearestAtLevel(int level, RankedRow row, boolean leastTrained) {}

    private final SessionModel session;
    private final Lane tables;
    private final Lane levels;
    private final ReadOnlyObjectWrapper<@Nullable LeastTrained> found = new ReadOnlyObjectWrapper<>(this, "found");
    private final ReadOnlyObjectWrapper<List<NearestAtLevel>> alongLevels =
            new ReadOnlyObjectWrapper<>(this, "alongLevels", List.of());
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(this, "way", Way.values()[0]);
    private final ObservableValue<Boolean> shown;
    private @Nullable LanguageModel of;

    /** @param shown whether anybody looks; all levels of a token take a while, which generation should not wait for */
    public LeastTrainedModel(SessionModel session, Background background, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        this.tables = new Lane(background);
        this.levels = new Lane(background);
        session.readingProperty().subscribe(this::update);
        session.positionProperty().subscribe(this::readLevels);
        session.busyProperty().subscribe(this::readLevels);
        shown.subscribe(_ -> update(session.reading()));
    }

    /** Null until they are found. */
    public ReadOnlyObjectProperty<@Nullable LeastTrained> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** For the chosen token, by rising level; those of the last one stay until they are found. */
    public ReadOnlyObjectProperty<List<NearestAtLevel>> alongLevelsProperty() {
        return alongLevels.getReadOnlyProperty();
    }

    /** Which of the lists is shown. */
    public ObjectProperty<Way> wayProperty() {
        return way;
    }

    /** As at first. */
    public void reset() {
        way.set(Way.values()[0]);
    }

    private void update(@Nullable Reading reading) {
        if (reading == null) {
            return;
        }
        LanguageModel model = reading.model();
        if (model != of) {
            // Rows of another model would bear this one's names.
            of = null;
            tables.cancel();
            levels.cancel();
            found.set(null);
            alongLevels.set(List.of());
        }
        if (!shown.getValue()) {
            return;
        }
        if (model == of) {
            readLevels();
            return;
        }
        of = model;
        tables.run(
                () -> LeastTrained.of(model),
                now -> {
                    if (!now.ways().contains(way.get())) {
                        way.set(now.ways().getFirst());
                    }
                    found.set(now);
                    readLevels();
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    /** Steps aside while a text is read: both need the same worker. */
    private void readLevels() {
        levels.cancel();
        if (!shown.getValue() || session.busyProperty().get()) {
            return;
        }
        Reading reading = session.reading();
        LeastTrained known = found.get();
        int position = session.positionProperty().get();
        if (reading == null || known == null || position >= reading.trace().length()) {
            return;
        }
        levels.run(() -> nearest(reading, position, known), alongLevels::set, failure -> {
            throw new IllegalStateException(failure);
        });
    }

    private static List<NearestAtLevel> nearest(Reading reading, int position, LeastTrained known) {
        Trace trace = reading.trace();
        EmbeddingTable table = reading.model().transformer().embedding();
        Set<Integer> hardly = known.ids();
        List<NearestAtLevel> nearest = new ArrayList<>();
        for (int level = 0; level < trace.shape().levels(); level++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            RankedRow row = table.nearest(trace.residual(level, position), 1).getFirst();
            nearest.add(new NearestAtLevel(level, row, hardly.contains(row.id())));
        }
        return nearest;
    }
}
