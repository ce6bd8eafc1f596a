package tokenwalk.app.lesson.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.Question;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.place.Part;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;

/** Where a question is answered, in the form that it asks for, and what is said to the answer. */
final class QuestionForm extends VBox {
    private final LessonPlayer player;
    private final Question question;
    private final VBox form = new VBox();
    private final Label caption = new Label();
    private final Label feedback = new Label();
    private final Button reveal = new Button("Show the answer");

    QuestionForm(LessonPlayer player) {
        this.player = player;
        this.question = player.question();
        getStyleClass().addAll("question");
        caption.getStyleClass().add("task-caption");
        form.getStyleClass().add("question-form");
        feedback.setId("lesson-feedback");
        feedback.setWrapText(true);
        feedback.managedProperty().bind(feedback.textProperty().isNotEmpty());
        feedback.textProperty().bind(question.feedbackProperty());
        reveal.setId("lesson-reveal");
        reveal.getStyleClass().addAll("flat", "small");
        reveal.setOnAction(_ -> question.reveal());
        reveal.managedProperty().bind(reveal.visibleProperty());
        VBox card = new VBox(caption, form, feedback, reveal);
        card.getStyleClass().add("task-card");
        getChildren().add(card);
        managedProperty().bind(visibleProperty());
        player.stepProperty().subscribe(this::build);
        question.givenProperty().subscribe(this::judged);
        question.revealedProperty().subscribe(this::refresh);
        player.wordingProperty().subscribe(_ -> nameChoices());
        build();
    }

    private void build() {
        Answer wanted = question.wantedProperty().get();
        setVisible(wanted != null);
        form.getChildren().clear();
        if (wanted == null) {
            return;
        }
        caption.setText(player.stepProperty().get() instanceof Step.Predict ? "YOUR GUESS" : "YOUR ANSWER");
        switch (wanted) {
            case Answer.Choice choice -> choices(choice);
            case Answer.Numeric _ -> line("A number", "Type a number, then press Enter.");
            case Answer.OneToken _ ->
                line(
                        "A token",
                        barsAreCovered()
                                ? "Type a token, then press Enter."
                                : "Type a token, or click a candidate's bar.");
            case Answer.Open _ -> area();
        }
        judged(question.givenProperty().get());
    }

    private boolean barsAreCovered() {
        return player.pointingProperty().getValue().cover().contains(Target.of(Part.BARS));
    }

    private void choices(Answer.Choice choice) {
        for (int i = 0; i < choice.choices().size(); i++) {
            int index = i;
            Button button = new Button();
            button.setId("lesson-choice-" + (i + 1));
            button.getStyleClass().add("choice");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setWrapText(true);
            button.setOnAction(_ -> question.choose(index));
            form.getChildren().add(button);
        }
        nameChoices();
    }

    private void nameChoices() {
        var choices = player.wordingProperty().getValue().choices();
        for (int i = 0; i < Math.min(choices.size(), form.getChildren().size()); i++) {
            if (form.getChildren().get(i) instanceof Button button) {
                button.setText(mark(i) + choices.get(i).plainText());
            }
        }
    }

    /** @return before a choice that was made: whether it was right */
    private String mark(int index) {
        GivenAnswer given = question.givenProperty().get();
        if (given == null || !given.text().equals(Integer.toString(index + 1))) {
            return "";
        }
        return given.verdict() == Verdict.RIGHT ? "✓  " : "✗  ";
    }

    private void line(String name, String prompt) {
        TextField field = new TextField();
        field.setId("lesson-answer");
        field.setAccessibleText(name);
        field.getStyleClass().add("number");
        HBox.setHgrow(field, Priority.ALWAYS);
        Button check = check(field);
        field.setOnAction(_ -> question.answer(field.getText()));
        HBox row = new HBox(field, check);
        row.getStyleClass().add("answer-row");
        Label note = new Label(prompt);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        form.getChildren().addAll(row, note);
    }

    private void area() {
        TextArea area = new TextArea();
        area.setId("lesson-answer");
        area.setPromptText("In your own words. Nobody judges this but you.");
        area.setWrapText(true);
        area.setPrefRowCount(4);
        Button compare = check(area);
        compare.setText("Compare");
        form.getChildren().addAll(area, compare);
    }

    private Button check(TextInputControl field) {
        Button check = new Button("Check");
        check.setId("lesson-check");
        check.setMinWidth(USE_PREF_SIZE);
        check.disableProperty().bind(field.textProperty().isEmpty());
        check.setOnAction(_ -> question.answer(field.getText()));
        return check;
    }

    private void judged(@Nullable GivenAnswer given) {
        if (given != null
                && form.lookup("#lesson-answer") instanceof TextInputControl field
                && !given.text().isEmpty()) {
            field.setText(given.text());
        }
        feedback.getStyleClass()
                .setAll(
                        "label",
                        given == null
                                ? "note"
                                : switch (given.verdict()) {
                                    case RIGHT, PARTLY -> "verdict-right";
                                    case WRONG -> "verdict-wrong";
                                    case OPEN -> "note";
                                });
        refresh();
    }

    private void refresh() {
        boolean open = question.mayAnswer();
        nameChoices();
        form.setDisable(!open);
        // A guess comes before its reveal; an open question is answered in the head as well.
        boolean isGuess = player.stepProperty().get() instanceof Step.Predict;
        reveal.setVisible(open && !isGuess);
    }
}
