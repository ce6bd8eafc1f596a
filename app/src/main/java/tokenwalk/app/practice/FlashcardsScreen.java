package tokenwalk.app.practice;

import java.time.Clock;
import javafx.application.Platform;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.practice.model.FlashcardsModel;
import tokenwalk.app.practice.view.FlashcardsCard;
import tokenwalk.app.progress.ProgressNote;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.practice.Flashcards;

/** The screen «Flashcards». */
public final class FlashcardsScreen extends VBox {
    public FlashcardsScreen(Shared shared) {
        FlashcardsModel model =
                new FlashcardsModel(Flashcards.bundled(), shared.learning().progress(), Clock.systemDefaultZone());
        FlashcardsCard cards = new FlashcardsCard(model, shared);
        setVgrow(cards, Priority.ALWAYS);
        getStyleClass().addAll("screen", "practice-screen");
        getChildren().addAll(new ProgressNote(shared.learning().progress()), cards);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                // Another day may have come since it was last open.
                model.begin();
                Platform.runLater(cards::requestFocus);
            }
        });
    }
}
