package tokenwalk.app.contributions;

import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;

/** Chooses the session's layer. */
public final class LayerChoice extends HBox {
    private final SessionModel session;
    private final ComboBox<Integer> layers = new ComboBox<>();

    public LayerChoice(SessionModel session, String id) {
        this.session = session;
        layers.setId(id);
        layers.getStyleClass().add("layer-choice");
        layers.setVisibleRowCount(12);
        Label caption = new Label("Layer");
        caption.getStyleClass().add("muted");
        caption.setMinWidth(USE_PREF_SIZE);
        caption.setLabelFor(layers);
        getStyleClass().add("captioned");
        getChildren().addAll(caption, layers);
        session.modelProperty().subscribe(this::fill);
        session.layerProperty().subscribe(layer -> {
            if (!layers.getItems().isEmpty()) {
                layers.setValue(layer.intValue());
            }
        });
        layers.setOnAction(_ -> {
            if (layers.getValue() != null) {
                session.layerProperty().set(layers.getValue());
            }
        });
    }

    private void fill(@Nullable LanguageModel model) {
        layers.setDisable(model == null);
        if (model != null) {
            layers.getItems()
                    .setAll(IntStream.range(0, model.shape().layers()).boxed().toList());
            layers.setValue(session.layerProperty().get());
        }
    }
}
