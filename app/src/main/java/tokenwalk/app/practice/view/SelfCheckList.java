package tokenwalk.app.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import tokenwalk.app.practice.model.SelfCheckModel;
import tokenwalk.lessons.practice.SelfCheckQuestion;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;

/** The seven questions at a glance, and how each went. */
public final class SelfCheckList extends VBox {
    private final SelfCheckModel model;
    private final Label summary = Words.wrapped("", "note");
    private final List<ToggleButton> rows = new ArrayList<>();

    public SelfCheckList(SelfCheckModel model) {
        this.model = model;
        getStyleClass().addAll("card", "self-check-list");
        summary.setId("self-check-summary");
        getChildren().add(Words.label("Seven questions", "card-title"));
        for (int i = 0; i < model.questions().size(); i++) {
            int index = i;
            ToggleButton row = new ToggleButton();
            row.setId("question-" + (index + 1));
            row.getStyleClass().add("question-row");
            row.setMaxWidth(Double.MAX_VALUE);
            row.setOnAction(_ -> {
                model.indexProperty().set(index);
                show();
            });
            rows.add(row);
        }
        getChildren().addAll(rows);
        getChildren().add(summary);
        model.indexProperty().subscribe(this::show);
        model.progressProperty().subscribe(this::show);
        show();
    }

    private void show() {
        for (int i = 0; i < rows.size(); i++) {
            SelfCheckQuestion question = model.questions().get(i);
            ToggleButton row = rows.get(i);
            row.setSelected(i == model.indexProperty().get());
            row.setText("%s  %d  %s".formatted(sign(model.given(question)), i + 1, question.title()));
        }
        summary.setText("✓ had it %d   ◐ partly %d   ○ not yet %d"
                .formatted(model.count(Verdict.RIGHT), model.count(Verdict.PARTLY), model.count(Verdict.WRONG)));
    }

    private static String sign(Optional<GivenAnswer> given) {
        return given.filter(answer ->
                        answer.verdict() != Verdict.OPEN || !answer.text().isBlank())
                .map(answer -> switch (answer.verdict()) {
                    case RIGHT -> "✓";
                    case PARTLY -> "◐";
                    case WRONG -> "○";
                    case OPEN -> "✎";
                })
                .orElse("·");
    }
}
