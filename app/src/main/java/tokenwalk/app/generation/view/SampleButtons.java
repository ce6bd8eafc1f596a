package tokenwalk.app.generation.view;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import tokenwalk.app.generation.model.GenerationModel;

/** Draws once or many times, without appending anything. */
public final class SampleButtons extends HBox {
    private static final List<Integer> MANY = List.of(100, 1000);

    /** @param once the word for drawing one token */
    public SampleButtons(GenerationModel model, String once) {
        getChildren()
                .add(button(
                        "sample",
                        once,
                        "Draw one token, without adding it (Ctrl + Shift + Enter)",
                        () -> model.sample(1),
                        "left-pill"));
        for (int times : MANY) {
            getChildren()
                    .add(button(
                            "sample-" + times,
                            "×" + times,
                            String.format("Draw %,d tokens and count them", times),
                            () -> model.sample(times),
                            times == MANY.getLast() ? "right-pill" : "center-pill"));
        }
        getStyleClass().addAll("segmented", "decoding");
        setAlignment(Pos.CENTER);
        disableProperty().bind(model.distributionProperty().isNull());
    }

    /** Whether many draws at once are offered too. */
    void offerManyWhen(ObservableBooleanValue many) {
        for (Node button : getChildren().subList(1, getChildren().size())) {
            button.visibleProperty().bind(many);
            button.managedProperty().bind(many);
        }
        many.subscribe(() -> alone(!many.get()));
        alone(!many.get());
    }

    private void alone(boolean alone) {
        Node once = getChildren().getFirst();
        once.getStyleClass().removeAll("only-pill", "left-pill");
        once.getStyleClass().add(alone ? "only-pill" : "left-pill");
    }

    private static Button button(String id, String word, String meaning, Runnable action, String place) {
        Button button = new Button(word);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(_ -> action.run());
        button.getStyleClass().add(place);
        return button;
    }
}
