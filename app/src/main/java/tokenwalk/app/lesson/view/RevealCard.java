package tokenwalk.app.lesson.view;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.Question;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;
import tokenwalk.lessons.prose.Prose;

/** The answer, once it may be seen; to an open question, the learner says whether they had it. */
final class RevealCard extends VBox {
    private final LessonPlayer player;
    private final Question question;
    private final ProseView words;
    private final HBox grading;

    RevealCard(LessonPlayer player) {
        this.player = player;
        this.question = player.question();
        getStyleClass().add("reveal-card");
        setId("lesson-answer-card");
        Label caption = new Label("ANSWER");
        caption.getStyleClass().add("reveal-caption");
        words = new ProseView(_ -> Optional.empty(), player::pointAt);
        Button had = new Button("I had it");
        had.setId("lesson-had-it");
        had.setOnAction(_ -> question.grade(true));
        Button missed = new Button("Not quite");
        missed.setId("lesson-not-quite");
        missed.setOnAction(_ -> question.grade(false));
        grading = new HBox(had, missed);
        grading.getStyleClass().add("answer-row");
        grading.managedProperty().bind(grading.visibleProperty());
        getChildren().addAll(caption, words, grading);
        managedProperty().bind(visibleProperty());
        question.revealedProperty().subscribe(this::refresh);
        question.givenProperty().subscribe(this::refresh);
        player.wordingProperty().subscribe(_ -> refresh());
        refresh();
    }

    private void refresh() {
        Prose reveal = player.wordingProperty().getValue().reveal();
        boolean open = question.wantedProperty().get() instanceof Answer.Open;
        setVisible(question.revealedProperty().get() && (open || !reveal.isEmpty()));
        words.show(reveal);
        GivenAnswer given = question.givenProperty().get();
        grading.setVisible(open && given != null && given.verdict() == Verdict.OPEN);
    }
}
