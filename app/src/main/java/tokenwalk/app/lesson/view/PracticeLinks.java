package tokenwalk.app.lesson.view;

import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.practice.Flashcards;
import tokenwalk.lessons.practice.LeitnerBoxes;
import tokenwalk.lessons.progress.Progress;

/** The ways to the screens for practice. */
final class PracticeLinks extends VBox {
    PracticeLinks(Shared shared) {
        getStyleClass().add("practice-links");
        Label title = new Label("Practice");
        title.getStyleClass().add("card-title");
        Button cards = link(shared, ScreenId.FLASHCARDS);
        ProgressModel progress = shared.learning().progress();
        progress.progressProperty().subscribe(now -> cards.setText(cards(now)));
        FlowPane links = new FlowPane(link(shared, ScreenId.LAB), link(shared, ScreenId.SELF_CHECK), cards);
        getChildren().addAll(title, links);
    }

    private static String cards(Progress progress) {
        LocalDate today = LocalDate.now();
        long due = Flashcards.bundled().stream()
                .filter(card ->
                        LeitnerBoxes.isDue(Optional.ofNullable(progress.cards().get(card.id())), today))
                .count();
        return ScreenId.FLASHCARDS.title() + ": " + (due == 0 ? "none due today" : due + " due");
    }

    private static Button link(Shared shared, ScreenId screen) {
        Button link = new Button(screen.title());
        link.setId("practice-" + screen.place().written());
        link.getStyleClass().addAll("flat", "practice-link");
        link.setOnAction(_ -> shared.navigation().open(screen));
        return link;
    }
}
