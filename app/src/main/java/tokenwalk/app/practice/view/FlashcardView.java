package tokenwalk.app.practice.view;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.StateSetter;
import tokenwalk.app.lesson.view.ProseView;
import tokenwalk.app.practice.model.FlashcardsModel;
import tokenwalk.app.practice.model.LiveProse;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.practice.Flashcard;
import tokenwalk.lessons.practice.LeitnerBoxes;

/** One large card: the question, and on its back the answer. A click turns it. */
final class FlashcardView extends StackPane {
    private static final double HALF_TURN = 100;

    private final FlashcardsModel model;
    private final LiveProse prose;
    private final Appearance appearance;
    private final Label side = Words.label("", "card-side");
    private final HBox dots = new HBox();
    private final ProseView words = new ProseView(_ -> Optional.empty(), _ -> {});
    private final Label prompt = Words.label("Space turns the card", "note");
    private final Button show;
    private @Nullable Flashcard shown;
    private @Nullable Animation turning;

    FlashcardView(FlashcardsModel model, LiveProse prose, Appearance appearance, StateSetter states) {
        this.model = model;
        this.prose = prose;
        this.appearance = appearance;
        setId("flashcard");
        getStyleClass().addAll("card", "flashcard");
        show = Words.button("show-in-app", "Show it in the app", () -> showInApp(states));
        dots.setId("card-box");
        dots.getStyleClass().add("box-dots");
        dots.setAlignment(Pos.CENTER_RIGHT);
        words.setId("card-words");
        words.setMinHeight(USE_PREF_SIZE);
        VBox middle = new VBox(words);
        middle.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(middle, Priority.ALWAYS);
        HBox foot = Words.line(prompt, Words.gap(), show);
        VBox card = new VBox(Words.line(side, Words.gap(), dots), middle, foot);
        card.getStyleClass().add("flashcard-content");
        getChildren().add(card);
        prose.valueProperty().subscribe(words::show);
        setOnMouseClicked(_ -> model.turn());
        model.cardProperty().subscribe(_ -> update());
        model.turnedProperty().subscribe(_ -> update());
    }

    /** A card that is new lies there at once; the same card turns. */
    private void update() {
        Flashcard now = model.cardProperty().get();
        boolean same = now == shown;
        shown = now;
        if (turning != null) {
            turning.stop();
            setScaleX(1);
        }
        Duration half = appearance.motion(HALF_TURN);
        if (now == null || !same || half.equals(Duration.ZERO)) {
            fill();
            return;
        }
        turning = new Timeline(
                new KeyFrame(half, _ -> fill(), new KeyValue(scaleXProperty(), 0, Interpolator.EASE_IN)),
                new KeyFrame(half.multiply(2), new KeyValue(scaleXProperty(), 1, Interpolator.EASE_OUT)));
        turning.play();
    }

    private void fill() {
        Flashcard now = model.cardProperty().get();
        if (now == null) {
            return;
        }
        boolean turned = model.turnedProperty().get();
        side.setText(turned ? "Answer" : "Question");
        words.getStyleClass().removeAll("flashcard-question", "flashcard-answer");
        words.getStyleClass().add(turned ? "flashcard-answer" : "flashcard-question");
        prose.show(turned ? now.answer() : now.question());
        prompt.setText(turned ? "Space turns it back" : "Space turns the card");
        show.setVisible(turned && now.shows().isPresent());
        showBox();
    }

    private void showBox() {
        int box = model.box();
        dots.getChildren().setAll(Words.label(box == 0 ? "new" : "box " + box, "note"));
        for (int each = 1; each <= LeitnerBoxes.last(); each++) {
            Label dot = Words.label("", "box-dot");
            if (each <= box) {
                dot.getStyleClass().add("filled");
            }
            dots.getChildren().add(dot);
        }
        dots.setAccessibleText("Box " + box + " of " + LeitnerBoxes.last());
    }

    private void showInApp(StateSetter states) {
        Flashcard now = model.cardProperty().get();
        if (now != null) {
            now.shows().ifPresent(states::set);
        }
    }
}
