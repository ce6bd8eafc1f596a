package tokenwalk.app.attention.model;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;

/** What one head of one layer does with the chosen token. */
public final class AttentionModel {
    /**
     * The chosen token in the chosen head.
     *
     * @param weights how much it looks at each token, [length]
     * @param query, key, value its own, before any rotation, [headWidth]
     */
    public record HeadView(int position, Vector weights, Vector query, Vector key, Vector value) {
        /** @return the largest magnitude of all three, the one scale they share */
        public float scale() {
            return Math.max(query.largest(), Math.max(key.largest(), value.largest()));
        }
    }

    /** Of longer texts the whole matrix is not computed; the chosen token's row always is. */
    static final int LONGEST_MATRIX = 1024;

    private final SessionModel session;
    private final Lane lane;
    private final BooleanProperty showVectors = new SimpleBooleanProperty(this, "showVectors");
    private final BooleanProperty withoutFirst = new SimpleBooleanProperty(this, "withoutFirst");
    private final HeadsModel heads;
    private final ObjectBinding<@Nullable HeadView> headView;
    private final ReadOnlyObjectWrapper<@Nullable Matrix> matrix = new ReadOnlyObjectWrapper<>(this, "matrix");

    public AttentionModel(SessionModel session, Background background) {
        this.session = session;
        this.lane = new Lane(background);
        this.heads = new HeadsModel(session, background);
        this.headView = Bindings.createObjectBinding(
                this::view,
                session.readingProperty(),
                session.positionProperty(),
                session.layerProperty(),
                session.headProperty());
        session.readingProperty().subscribe(this::updateMatrix);
        session.layerProperty().subscribe(this::updateMatrix);
        session.headProperty().subscribe(this::updateMatrix);
    }

    /** Whether the query, key and value strips are shown. */
    public BooleanProperty showVectorsProperty() {
        return showVectors;
    }

    /** Whether the shading leaves out the first token, and rescales what the others get to 100 %. */
    public BooleanProperty withoutFirstProperty() {
        return withoutFirst;
    }

    /** All heads of the layer, and the steps of the chosen one. */
    public HeadsModel heads() {
        return heads;
    }

    /** Null before a text is read. */
    public ObjectBinding<@Nullable HeadView> headViewProperty() {
        return headView;
    }

    /** How much each token looks at each, [length × length]; stays until the next is computed. Null for a long text. */
    public ReadOnlyObjectProperty<@Nullable Matrix> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    /** As it was at first: strips folded, heads folded, the first token shaded as the others. */
    public void reset() {
        heads.reset();
        withoutFirst.set(false);
        showVectors.set(false);
    }

    private @Nullable HeadView view() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (reading == null || position >= reading.trace().length()) {
            return null;
        }
        Trace trace = reading.trace();
        int layer = session.layerProperty().get();
        int head = session.headProperty().get();
        return new HeadView(
                position,
                trace.attention(layer, head, position),
                trace.query(layer, head, position),
                trace.key(layer, head, position),
                trace.value(layer, head, position));
    }

    private void updateMatrix() {
        Reading reading = session.reading();
        if (reading != null && reading.trace().length() > LONGEST_MATRIX) {
            lane.cancel();
            matrix.set(null);
        } else if (reading != null) {
            int layer = session.layerProperty().get();
            int head = session.headProperty().get();
            lane.run(() -> reading.trace().attention(layer, head), matrix::set, failure -> {
                throw new IllegalStateException(failure);
            });
        }
    }
}
