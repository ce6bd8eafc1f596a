package tokenwalk.app.mlp.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.contributions.ContributionsModel;
import tokenwalk.app.contributions.TokenParts;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;

/** The neurons of the chosen layer for the chosen token, and what they push. */
public final class MlpModel {
    /** So many of the strongest neurons are listed. */
    public static final int LISTED = 12;
    /** So many tokens are listed on each side of a neuron. */
    public static final int PUSHED = 8;

    private final SessionModel session;
    private final ContributionsModel contributions;
    private final Lane lane;
    private final ReadOnlyObjectWrapper<@Nullable Neurons> neurons = new ReadOnlyObjectWrapper<>(this, "neurons");
    private final ReadOnlyObjectWrapper<Map<Integer, Push>> pushes =
            new ReadOnlyObjectWrapper<>(this, "pushes", Map.of());
    private final IntegerProperty neuron = new SimpleIntegerProperty(this, "neuron");

    public MlpModel(SessionModel session, ContributionsModel contributions, Background background) {
        this.session = session;
        this.contributions = contributions;
        this.lane = new Lane(background);
        contributions.partsProperty().subscribe(this::update);
        session.layerProperty().subscribe(this::update);
        neuron.subscribe(this::push);
    }

    public ContributionsModel contributions() {
        return contributions;
    }

    /** Null before a text is read. */
    public ReadOnlyObjectProperty<@Nullable Neurons> neuronsProperty() {
        return neurons.getReadOnlyProperty();
    }

    /** By neuron: those listed and the chosen one, as far as they are computed. */
    public ReadOnlyObjectProperty<Map<Integer, Push>> pushesProperty() {
        return pushes.getReadOnlyProperty();
    }

    /** The chosen neuron; with each new token or layer the strongest. */
    public IntegerProperty neuronProperty() {
        return neuron;
    }

    /** The strongest neuron of what is shown is chosen. */
    public void reset() {
        Neurons now = neurons.get();
        neuron.set(now == null ? 0 : now.strongest().getFirst());
    }

    private void update() {
        TokenParts parts = contributions.partsProperty().get();
        int layer = session.layerProperty().get();
        if (parts == null || layer >= parts.contributions().layers()) {
            return;
        }
        Neurons now = Neurons.of(parts, layer, LISTED);
        pushes.set(Map.of());
        neurons.set(now);
        if (neuron.get() == now.strongest().getFirst()) {
            push();
        } else {
            neuron.set(now.strongest().getFirst());
        }
    }

    /** Computes what is not yet known of the listed neurons and the chosen one. */
    private void push() {
        Neurons now = neurons.get();
        if (now == null || neuron.get() >= now.activations().size()) {
            return;
        }
        List<Integer> wanted = new ArrayList<>(now.strongest());
        if (!wanted.contains(neuron.get())) {
            wanted.add(neuron.get());
        }
        wanted.removeAll(pushes.get().keySet());
        if (wanted.isEmpty()) {
            return;
        }
        lane.run(
                () -> pushes(now, wanted),
                found -> {
                    Map<Integer, Push> all = new HashMap<>(pushes.get());
                    found.forEach(push -> all.put(push.neuron(), push));
                    pushes.set(Map.copyOf(all));
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    private static List<Push> pushes(Neurons of, List<Integer> wanted) {
        TokenParts parts = of.of();
        int width = parts.contributions().embedding().size();
        float[] added = new float[wanted.size() * width];
        for (int i = 0; i < wanted.size(); i++) {
            Vector column = parts.reading().model().transformer().neuronColumn(of.layer(), wanted.get(i));
            float activation = of.activations().at(wanted.get(i));
            for (int k = 0; k < width; k++) {
                added[i * width + k] = activation * column.at(k);
            }
        }
        Matrix logits = parts.unembedding().logits(Matrix.of(wanted.size(), width, added));
        List<Push> pushes = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            pushes.add(Push.of(wanted.get(i), logits.row(i), PUSHED));
        }
        return pushes;
    }
}
