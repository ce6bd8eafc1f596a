package tokenwalk.app.presenter;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.Question;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;
import tokenwalk.lessons.prose.Prose;

/** What a question offers for an answer, large: its choices, or a field; and what there is to say to the answer. */
final class PresenterAnswer extends FlowPane {
    /** So much of a line there is in any window, in pixels at 100 %: the band's height is found by it. */
    private static final double LINE = 800;

    private final LessonPlayer player;
    private final Question question;
    private final Label verdict = new Label();
    private final List<Button> buttons = new ArrayList<>();

    PresenterAnswer(LessonPlayer player, Appearance appearance) {
        this.player = player;
        this.question = player.question();
        getStyleClass().add("presenter-answer");
        setAlignment(Pos.CENTER_LEFT);
        appearance.textScaleProperty().subscribe(_ -> setPrefWrapLength(appearance.px(LINE)));
        verdict.setId("presenter-verdict");
        verdict.getStyleClass().add("presenter-verdict");
        managedProperty().bind(visibleProperty());
        player.stepProperty().subscribe(this::write);
        player.wordingProperty().subscribe(_ -> rewrite());
        question.givenProperty().subscribe(this::judge);
        question.revealedProperty().subscribe(this::judge);
        question.feedbackProperty().subscribe(this::judge);
        question.soughtProperty().subscribe(this::judge);
        write();
    }

    /** Computed choices replace those with facts still to come; what is being typed stays. */
    private void rewrite() {
        if (question.wantedProperty().get() instanceof Answer.Choice) {
            write();
        }
    }

    private void write() {
        List<Node> nodes = new ArrayList<>();
        switch (question.wantedProperty().get()) {
            case null -> {}
            case Answer.Open _ -> {}
            case Answer.Choice _ -> nodes.addAll(choices());
            case Answer.Numeric _ -> nodes.add(field("a number"));
            case Answer.OneToken _ -> nodes.add(field("a token"));
        }
        nodes.add(verdict);
        getChildren().setAll(nodes);
        judge();
    }

    private List<Button> choices() {
        buttons.clear();
        int count = player.wordingProperty().getValue().choices().size();
        for (int i = 0; i < count; i++) {
            int index = i;
            Button button = new Button();
            button.setId("presenter-choice-" + (i + 1));
            button.setWrapText(true);
            button.getStyleClass().add("presenter-choice");
            button.setOnAction(_ -> question.choose(index));
            buttons.add(button);
        }
        return buttons;
    }

    private static String letter(int index) {
        return Character.toString('A' + index);
    }

    private Node field(String what) {
        TextField field = new TextField();
        field.setId("presenter-field");
        field.setPromptText(what);
        field.setOnAction(_ -> question.answer(field.getText()));
        Button answer = new Button("Answer");
        answer.setId("presenter-submit");
        answer.getStyleClass().add("presenter-choice");
        answer.setOnAction(_ -> question.answer(field.getText()));
        HBox row = new HBox(field, answer);
        row.getStyleClass().add("presenter-field");
        row.setAlignment(Pos.CENTER_LEFT);
        row.disableProperty().bind(question.revealedProperty());
        return row;
    }

    private void judge() {
        setVisible(question.wantedProperty().get() != null);
        GivenAnswer given = question.givenProperty().get();
        boolean revealed = question.revealedProperty().get();
        // The right choice is marked where it stands.
        boolean told = revealed && !(question.wantedProperty().get() instanceof Answer.Choice);
        verdict.setText((question.feedbackProperty().get() + " " + (told ? Key.of(player) : "")).strip());
        verdict.setVisible(!verdict.getText().isEmpty());
        verdict.setManaged(verdict.isVisible());
        if (question.wantedProperty().get() instanceof Answer.Choice choice) {
            List<Prose> choices = player.wordingProperty().getValue().choices();
            for (int i = 0; i < Math.min(buttons.size(), choices.size()); i++) {
                boolean chosen = given != null && given.text().equals(Integer.toString(i + 1));
                boolean right = revealed && i == choice.correct();
                boolean wrong = chosen && given.verdict() == Verdict.WRONG;
                String sign = right ? "✓ " : wrong ? "✗ " : "";
                buttons.get(i).setText(sign + letter(i) + "   " + choices.get(i).plainText());
                mark(buttons.get(i), "right", right);
                mark(buttons.get(i), "wrong", wrong);
            }
        }
    }

    private static void mark(Node node, String styleClass, boolean on) {
        node.getStyleClass().remove(styleClass);
        if (on) {
            node.getStyleClass().add(styleClass);
        }
    }
}
