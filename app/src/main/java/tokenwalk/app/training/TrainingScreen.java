package tokenwalk.app.training;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.CardGrid;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.training.model.TrainingModel;
import tokenwalk.app.training.view.GradientCard;
import tokenwalk.app.training.view.GuessesCard;
import tokenwalk.app.training.view.TextCard;
import tokenwalk.lessons.place.Part;

/** The screen «Training view»: the text on top; below, every guess with its loss, and the gradient of the chosen one. */
public final class TrainingScreen extends StackPane {
    public TrainingScreen(Shared shared) {
        TrainingModel model = new TrainingModel(shared.session(), shared.background());
        GuessesCard guesses = Marked.as(Part.GUESSES, new GuessesCard(model, shared.appearance()));
        GradientCard gradient = Marked.as(Part.GRADIENT, new GradientCard(model, shared.appearance()));
        GridPane.setHgrow(guesses, Priority.ALWAYS);
        GridPane.setVgrow(guesses, Priority.ALWAYS);
        CardGrid panels = new CardGrid(shared.appearance(), List.of(guesses, gradient));
        VBox.setVgrow(panels, Priority.ALWAYS);
        VBox content = new VBox(Marked.as(Part.TRAINING_TEXT, new TextCard(model, shared.appearance())), panels);
        content.getStyleClass().add("screen");
        content.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.tokensProperty().get().isEmpty(), model.tokensProperty()));
        getChildren().addAll(waiting(content), content);
        sceneProperty().subscribe(scene -> model.setShown(scene != null));
    }

    private static Node waiting(Node content) {
        Label words = new Label("As soon as the model has read a sentence, every guess in it stands here.");
        words.getStyleClass().add("muted");
        words.visibleProperty().bind(content.visibleProperty().not());
        setAlignment(words, Pos.CENTER);
        return words;
    }
}
