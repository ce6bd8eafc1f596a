package tokenwalk.app.progress;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.controlsfx.control.PopOver.ArrowLocation;
import tokenwalk.app.controls.QuietPopOver;
import tokenwalk.lessons.progress.Progress;
import tokenwalk.lessons.progress.Progress.LessonProgress;

/** How much was done, where it is kept; as a table for other programs; and how to forget it. */
public final class ProgressCard extends VBox {
    private final ProgressModel progress;
    private final Label counts = wrapped("");
    private final HBox confirm;
    private final Button erase;

    /** @param chooseFile asks where to write the table; none if the user did not say */
    ProgressCard(ProgressModel progress, Supplier<Optional<Path>> chooseFile) {
        this.progress = progress;
        getStyleClass().addAll("pop-over-content", "progress-card");
        counts.setId("progress-counts");
        Label place = wrapped("Kept in " + progress.place(), "note");
        Button export = button(
                "export-progress", "Export as CSV…", () -> chooseFile.get().ifPresent(progress::export));
        erase = button("erase-progress", "Erase…", () -> confirming(true), "flat");
        confirm = new HBox(
                wrapped("Erase all of it?", "strong"),
                button("erase-progress-yes", "Erase", () -> {
                    progress.erase();
                    confirming(false);
                }),
                button("erase-progress-no", "Keep", () -> confirming(false), "flat"));
        confirm.getStyleClass().add("button-row");
        HBox buttons = new HBox(export, erase, confirm);
        buttons.getStyleClass().add("button-row");
        Label outcome = wrapped("", "note");
        outcome.setId("progress-outcome");
        outcome.textProperty().bind(progress.outcomeProperty());
        outcome.managedProperty().bind(outcome.textProperty().isNotEmpty());
        getChildren().addAll(wrapped("Your progress", "card-title"), counts, place, buttons, outcome);
        confirming(false);
        progress.progressProperty().subscribe(this::count);
    }

    private static Label wrapped(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Button button(String id, String words, Runnable action, String... styles) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void showOnly(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** @return a button that opens the card beside itself */
    public static Button button(ProgressModel progress) {
        Button button = new Button("Progress…");
        button.setId("progress");
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> new QuietPopOver(
                        new ProgressCard(progress, () -> askForFile(button)), ArrowLocation.TOP_RIGHT)
                .show(button));
        return button;
    }

    private static Optional<Path> askForFile(Button button) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export progress");
        chooser.setInitialFileName("tokenwalk-progress.csv");
        chooser.getExtensionFilters().add(new ExtensionFilter("Table (CSV)", "*.csv"));
        return Optional.ofNullable(chooser.showSaveDialog(button.getScene().getWindow()))
                .map(File::toPath);
    }

    private void confirming(boolean asked) {
        showOnly(confirm, asked);
        showOnly(erase, !asked);
    }

    private void count(Progress now) {
        long finished =
                now.lessons().values().stream().filter(LessonProgress::finished).count();
        counts.setText("%d of %d begun lessons finished, %d answers, %d cards seen."
                .formatted(
                        finished,
                        now.lessons().size(),
                        now.answers().size(),
                        now.cards().size()));
        boolean nothing = now.equals(Progress.NONE);
        erase.setDisable(nothing);
        if (nothing) {
            counts.setText("Nothing is kept yet.");
        }
    }
}
