package tokenwalk.app.embeddings.model;

import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.Rotary;

/**
 * What the position of two tokens does to the query of one and the key of the other, in a model whose positions are
 * angles. Both can be moved along the text together, by a shift.
 */
public final class RotaryModel {
    /**
     * Query and key where they stand.
     *
     * @param queryAt position of the chosen token, moved by the shift
     * @param keyAt position of the token it looks at, moved by the shift
     * @param score q·k ÷ √D of both, turned to their positions
     * @param unmoved the same without the shift
     */
    public record Turned(
            Rotary rotary, Vector query, Vector key, int queryAt, int keyAt, double score, double unmoved) {
        public int distance() {
            return queryAt - keyAt;
        }

        /** @return the score if the key stood so many tokens before the query, wherever that is */
        public double scoreAtDistance(int distance) {
            return scoreOf(rotary, query, distance, key, 0);
        }
    }

    private final SessionModel session;
    private final IntegerProperty shift = new SimpleIntegerProperty(this, "shift");
    private final IntegerProperty keyPosition = new SimpleIntegerProperty(this, "keyPosition");
    private final ReadOnlyIntegerWrapper mostShift = new ReadOnlyIntegerWrapper(this, "mostShift", 1);
    private final ObjectBinding<@Nullable Turned> turned;

    public RotaryModel(SessionModel session) {
        this.session = session;
        this.turned = Bindings.createObjectBinding(
                this::turn,
                session.readingProperty(),
                session.positionProperty(),
                session.layerProperty(),
                session.headProperty(),
                keyPosition,
                shift);
        session.readingProperty().subscribe(this::readingChanged);
        session.positionProperty().subscribe(this::lookWhereTheHeadLooks);
        session.layerProperty().subscribe(this::lookWhereTheHeadLooks);
        session.headProperty().subscribe(this::lookWhereTheHeadLooks);
    }

    /** By how many positions both tokens are moved. */
    public IntegerProperty shiftProperty() {
        return shift;
    }

    /** The farthest both can be moved within the model's context. */
    public ReadOnlyIntegerProperty mostShiftProperty() {
        return mostShift.getReadOnlyProperty();
    }

    /** Where the token whose key is asked stands. */
    public IntegerProperty keyPositionProperty() {
        return keyPosition;
    }

    /** Null before a text is read, and for a model that turns nothing. */
    public ObjectBinding<@Nullable Turned> turnedProperty() {
        return turned;
    }

    /** As at first: where they really stand. */
    public void reset() {
        shift.set(0);
        lookWhereTheHeadLooks();
    }

    private void readingChanged(@Nullable Reading reading) {
        if (reading != null) {
            Trace trace = reading.trace();
            mostShift.set(Math.max(1, trace.shape().contextLength() - trace.length()));
            shift.set(Math.min(shift.get(), mostShift.get()));
            lookWhereTheHeadLooks();
        }
    }

    /** The earlier token that gets the most attention, for there the score has something to say. */
    private void lookWhereTheHeadLooks() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (reading != null && position < reading.trace().length()) {
            Vector weights = reading.trace()
                    .attention(
                            session.layerProperty().get(),
                            session.headProperty().get(),
                            position);
            keyPosition.set(IntStream.range(0, position)
                    .boxed()
                    .max((one, other) -> Float.compare(weights.at(one), weights.at(other)))
                    .orElse(position));
        }
    }

    private @Nullable Turned turn() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        int asked = keyPosition.get();
        if (reading == null
                || position >= reading.trace().length()
                || asked > position
                || !(reading.model().transformer().positions() instanceof Rotary rotary)) {
            return null;
        }
        Trace trace = reading.trace();
        int layer = session.layerProperty().get();
        int head = session.headProperty().get();
        Vector query = trace.query(layer, head, position);
        Vector key = trace.key(layer, head, asked);
        int moved = shift.get();
        return new Turned(
                rotary,
                query,
                key,
                position + moved,
                asked + moved,
                scoreOf(rotary, query, position + moved, key, asked + moved),
                scoreOf(rotary, query, position, key, asked));
    }

    private static double scoreOf(Rotary rotary, Vector query, int queryAt, Vector key, int keyAt) {
        return rotary.rotated(query, queryAt).dot(rotary.rotated(key, keyAt)) / Math.sqrt(query.size());
    }
}
