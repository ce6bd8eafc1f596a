package tokenwalk.app.attention.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tokenwalk.app.session.Opening;
import tokenwalk.app.session.SessionModel;

/** What stands where the pictures will be, while the model opens. */
public final class OpeningCard extends VBox {
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label note = new Label();
    private final Label failure = new Label();
    private final ProgressBar progress = new ProgressBar(0);

    public OpeningCard(SessionModel session) {
        getStyleClass().addAll("card", "opening-card");
        Label headline = new Label("Watch a language model choose its next word");
        headline.getStyleClass().add("headline");
        headline.setWrapText(true);
        Label promise =
                new Label("A real model, on this computer. Every number you will see is computed, none is made up.");
        promise.setWrapText(true);
        name.getStyleClass().add("strong");
        count.getStyleClass().add("number");
        note.getStyleClass().add("muted");
        failure.setId("opening-failure");
        failure.getStyleClass().add("error");
        failure.setWrapText(true);
        failure.managedProperty().bind(failure.textProperty().isNotEmpty());
        progress.setMaxWidth(Double.MAX_VALUE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        getChildren().addAll(headline, promise, new HBox(name, gap, count), progress, note, failure, rule);
        getChildren().addAll(steps());
        session.openingProperty().subscribe(this::show);
    }

    private static List<Node> steps() {
        return List.of(
                step(
                        1,
                        "Token positions across layers",
                        "Move one slider and see where each token goes; follow the red dot."),
                step(2, "Highlighted token", "What the chosen token is nearest to, level by level."),
                step(3, "Generating the next token", "Ten bars. Step takes the longest one; Sample draws by chance."));
    }

    private static Node step(int number, String name, String what) {
        Label circle = new Label(Integer.toString(number));
        circle.getStyleClass().addAll("step-number", "number");
        Label title = new Label(name);
        title.getStyleClass().add("strong");
        Label explanation = new Label(what);
        explanation.getStyleClass().add("muted");
        explanation.setWrapText(true);
        HBox row = new HBox(circle, new VBox(title, explanation));
        row.getStyleClass().add("opening-step");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(Opening opening) {
        switch (opening) {
            case Opening.UnderWay now -> {
                failure.setText("");
                name.setText("Opening " + now.name());
                count.setText(now.allBlocks() == 0 ? "" : "block " + now.blocks() + " of " + now.allBlocks());
                progress.setProgress(now.allBlocks() == 0 ? 0 : (double) now.blocks() / now.allBlocks());
                note.setText(String.format("%,.0f MB, from this computer. No network is used.", now.byteSize() / 1e6));
            }
            case Opening.Done() -> count.setText("reading the sentence");
            case Opening.Failed failed -> failure.setText("! " + failed.message());
        }
    }
}
