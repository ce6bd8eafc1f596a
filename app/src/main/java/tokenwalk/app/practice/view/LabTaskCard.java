package tokenwalk.app.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tokenwalk.app.practice.model.LabModel;
import tokenwalk.lessons.practice.LabCell;
import tokenwalk.lessons.practice.LabCell.Kind;
import tokenwalk.lessons.practice.LabTask;
import tokenwalk.lessons.practice.Softmax;
import tokenwalk.lessons.practice.TinyVocabulary;
import tokenwalk.runtime.sampling.Distribution;

/** One task: its words as a table, with cells to fill in, and below what is to be said to what was typed last. */
final class LabTaskCard extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final LabModel model;
    private final LabTask task;
    private final Distribution distribution;
    private final Softmax steps;
    private final GridPane table = new GridPane();
    private final List<LabField> fields = new ArrayList<>();
    private final Label state = Words.label("", "number", "muted");
    private final Label hint = Words.wrapped("", "lab-hint");
    private final List<Runnable> givenLater = new ArrayList<>();
    private Optional<LabCell> spokenOf = Optional.empty();
    private int column;

    LabTaskCard(LabModel model, LabTask task) {
        this.model = model;
        this.task = task;
        this.distribution = task.distribution();
        this.steps = Softmax.of(distribution);
        String name = task.name().toLowerCase(Locale.ROOT).replace('_', '-');
        setId("task-" + name);
        hint.setId("hint-" + name);
        getStyleClass().addAll("card", "lab-task");
        table.getStyleClass().add("lab-table");
        columns();
        Region gap = new Region();
        setVgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Words.line(
                                Words.label((task.ordinal() + 1) + "  " + task.title(), "card-title"),
                                Words.gap(),
                                state),
                        Words.wrapped(task.question()),
                        table,
                        gap,
                        hint);
        model.progressProperty().subscribe(this::show);
        show();
    }

    private void columns() {
        column("", rank -> word(rank));
        switch (task) {
            case SOFTMAX -> {
                column("logit", rank -> given(1, distribution.logits().logit(rank)));
                column("exp(logit)", rank -> aboveField(given(3, steps.exponential(rank))));
                table.add(field(Kind.SUM, 0, "sum of the exponentials"), column - 1, distribution.size() + 1);
                table.add(Words.label("sum", "muted"), 0, distribution.size() + 1);
                column("share", rank -> field(Kind.SHARE, rank, "share"));
            }
            case GREEDY -> {
                column(
                        "logit",
                        rank -> aboveField(given(1, distribution.logits().logit(rank))));
                table.add(Words.label("takes", "muted"), 0, distribution.size() + 1);
                table.add(field(Kind.WORD, 0, "the word"), 1, distribution.size() + 1);
            }
            case TOP_K -> {
                column("exp(logit)", rank -> given(3, steps.exponential(rank)));
                column("share of all", rank -> later(LabTask.SOFTMAX, 3, steps.share(rank)));
                column(
                        "share of 3",
                        rank -> distribution.isKept(rank)
                                ? field(Kind.SHARE, rank, "share of three")
                                : Words.label("cut", "muted", "lab-cut"));
            }
            case NUCLEUS -> {
                column("share", rank -> later(LabTask.SOFTMAX, 3, steps.share(rank)));
                column("added up", rank -> field(Kind.CUMULATIVE, rank, "shares added up"));
                table.add(Words.label("kept", "muted"), 0, distribution.size() + 1);
                LabField words = field(Kind.WORDS, 0, "the words of the nucleus");
                words.getStyleClass().add("wide");
                table.add(words, 1, distribution.size() + 1, 2, 1);
            }
            case COLD, HOT -> {
                column("logit", rank -> given(1, distribution.logits().logit(rank)));
                column("÷ T", rank -> later(task, 2, steps.scaled(rank)));
                column("exp", rank -> later(task, 3, steps.exponential(rank)));
                column("share", rank -> field(Kind.SHARE, rank, "share"));
            }
        }
    }

    /** What stands in a column's row. */
    private interface Row {
        Node of(int rank);
    }

    private void column(String heading, Row row) {
        Node first = row.of(0);
        Label head = Words.label(heading, "note");
        if (first instanceof LabField) {
            head.getStyleClass().add("lab-field-heading");
        } else if (first.getStyleClass().contains("above-field")) {
            head.getStyleClass().add("above-field-heading");
        }
        GridPane.setHalignment(head, column == 0 ? HPos.LEFT : HPos.RIGHT);
        table.add(head, column, 0);
        for (int rank = 0; rank < distribution.size(); rank++) {
            table.add(rank == 0 ? first : row.of(rank), column, rank + 1);
        }
        column++;
    }

    private Label word(int rank) {
        return Words.label(
                TinyVocabulary.LAB
                        .words()
                        .get(distribution.logits().tokenId(rank))
                        .text(),
                "token-word");
    }

    private static Label given(int places, double value) {
        Label label = Words.label(String.format(Locale.ROOT, "%,." + places + "f", value), "number");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    /** In line with the number in a field of the same column. */
    private static Label aboveField(Label label) {
        label.getStyleClass().add("above-field");
        return label;
    }

    /** A number that would give a task away stands there once that is done. */
    private Label later(LabTask until, int places, double value) {
        Label label = given(places, value);
        String number = label.getText();
        label.setText("–");
        givenLater.add(() -> label.setText(model.isDone(until) ? number : "–"));
        return label;
    }

    private LabField field(Kind kind, int rank, String name) {
        LabField field = new LabField(
                model,
                new LabCell(task, kind, rank),
                "%s, %s"
                        .formatted(
                                task.title(),
                                kind == Kind.SHARE || kind == Kind.CUMULATIVE
                                        ? name + " of " + word(rank).getText()
                                        : name),
                this::show);
        fields.add(field);
        GridPane.setHalignment(field, HPos.RIGHT);
        return field;
    }

    private void show() {
        int right = model.right(task);
        boolean done = model.isDone(task);
        state.setText(done ? "✓ done" : right + " of " + fields.size());
        pseudoClassStateChanged(DONE, done);
        givenLater.forEach(Runnable::run);
        fields.stream()
                .filter(LabField::isCurrent)
                .map(LabField::cell)
                .filter(cell -> model.judgement(cell).isPresent())
                .findFirst()
                .ifPresent(cell -> spokenOf = Optional.of(cell));
        hint.setText(firstSaid());
    }

    /** What is said to the cell the learner was in last, else to the first that is not right. */
    private String firstSaid() {
        return spokenOf.flatMap(this::said)
                .or(() -> fields.stream()
                        .map(LabField::cell)
                        .filter(cell -> !model.isRight(cell))
                        .flatMap(cell -> said(cell).stream())
                        .findFirst())
                .orElse("");
    }

    private Optional<String> said(LabCell cell) {
        return model.judgement(cell)
                .filter(judgement -> !judgement.words().isEmpty())
                .map(judgement -> (judgement.accepted() ? "≈  " : "!  ") + about(cell) + judgement.words());
    }

    private String about(LabCell cell) {
        return cell.kind() == Kind.SHARE || cell.kind() == Kind.CUMULATIVE
                ? word(cell.rank()).getText() + ": "
                : "";
    }
}
