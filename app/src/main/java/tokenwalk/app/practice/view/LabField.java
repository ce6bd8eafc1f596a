package tokenwalk.app.practice.view;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import tokenwalk.app.practice.model.LabModel;
import tokenwalk.lessons.practice.Judgement;
import tokenwalk.lessons.practice.LabCell;

/** A cell to fill in: judged by Enter, or when the learner goes on. A sign stands beside the colour. */
final class LabField extends HBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final LabModel model;
    private final LabCell cell;
    private final TextField field = new TextField();
    private final Label sign = Words.label("", "lab-sign");

    /** @param judged told when the learner has typed into this cell */
    LabField(LabModel model, LabCell cell, String name, Runnable judged) {
        this.model = model;
        this.cell = cell;
        getStyleClass().add("lab-field");
        field.setId(cell.id().replace('/', '-'));
        field.getStyleClass().add("number");
        field.setAccessibleText(name);
        field.setOnAction(_ -> {
            keep();
            judged.run();
        });
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                keep();
            }
            judged.run();
        });
        getChildren().addAll(field, sign);
        model.progressProperty().subscribe(this::show);
        show();
    }

    LabCell cell() {
        return cell;
    }

    /** @return whether the learner is in it */
    boolean isCurrent() {
        return field.isFocused();
    }

    void enter() {
        field.requestFocus();
    }

    private void keep() {
        model.type(cell, field.getText());
    }

    private void show() {
        Optional<Judgement> judgement = model.judgement(cell);
        boolean right = judgement.map(Judgement::accepted).orElse(false);
        boolean noted = right && !judgement.orElseThrow().words().isEmpty();
        sign.setText(judgement.isEmpty() ? "" : noted ? "≈" : right ? "✓" : "!");
        pseudoClassStateChanged(RIGHT, right);
        pseudoClassStateChanged(WRONG, judgement.isPresent() && !right);
        if (!field.isFocused()
                || model.typed(cell).isEmpty()
                        && judgement.isEmpty()
                        && field.getText().isBlank()) {
            field.setText(model.typed(cell));
        }
    }
}
