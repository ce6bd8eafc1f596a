package tokenwalk.app.library.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.library.model.Activity;
import tokenwalk.app.library.model.LibraryModel;
import tokenwalk.app.library.model.LibraryRow;
import tokenwalk.app.library.model.ModelEntry;
import tokenwalk.app.library.model.Origin;

/** A model: its name, its figures, what it is good to show, and what one can do with it. */
final class ModelRow extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final LibraryModel model;
    private final Label name = new Label();
    private final Label mark = new Label();
    private final HBox buttons = new HBox();
    private final FlowPane figures = new FlowPane();
    private final Label about = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label telling = new Label();
    private final HBox happening = new HBox(progress, telling);
    private @Nullable LibraryRow shown;

    ModelRow(LibraryModel model) {
        this.model = model;
        getStyleClass().addAll("card", "model-row");
        name.getStyleClass().addAll("card-title", "model-row-name");
        name.setMinWidth(0);
        mark.getStyleClass().addAll("model-mark", "model-word");
        mark.setMinWidth(USE_PREF_SIZE);
        buttons.getStyleClass().add("button-row");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(name, mark, gap, buttons);
        line.getStyleClass().add("card-heading");
        line.setAlignment(Pos.CENTER_LEFT);
        figures.getStyleClass().add("model-figures");
        about.getStyleClass().addAll("muted", "model-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        telling.getStyleClass().add("model-telling");
        telling.setWrapText(true);
        telling.setMinHeight(USE_PREF_SIZE);
        happening.getStyleClass().add("card-heading");
        happening.setAlignment(Pos.CENTER_LEFT);
        happening.managedProperty().bind(happening.visibleProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        getChildren().addAll(line, figures, about, happening);
    }

    void show(LibraryRow row) {
        LibraryRow before = shown;
        if (row.equals(before)) {
            return;
        }
        shown = row;
        ModelEntry entry = row.entry();
        tell(row.activity());
        boolean sameButtons = before != null
                && before.activity().getClass() == row.activity().getClass()
                && before.entry().equals(entry)
                && before.open() == row.open()
                && before.compared() == row.compared();
        if (sameButtons) {
            return;
        }
        setId("model-" + entry.id());
        pseudoClassStateChanged(OPEN, row.open());
        name.setText(entry.name());
        mark.setText(row.open() ? "● open" : row.compared() ? "◐ open for comparison" : "");
        figures.getChildren()
                .setAll(Figure.of(entry).stream().map(ModelRow::figure).toList());
        about.setText(entry.about()
                .map(told -> "%s · %s · %s".formatted(told.shows(), told.language(), told.licence()))
                .orElseGet(() -> entry.origin().path().map(Path::toString).orElse("")));
        buttons.getChildren().setAll(buttons(row));
    }

    private static Node figure(Figure figure) {
        Label number = new Label(figure.number());
        number.getStyleClass().add("number");
        Label caption = new Label(figure.caption());
        caption.getStyleClass().add("note");
        VBox column = new VBox(number, caption);
        column.getStyleClass().add("model-figure");
        return column;
    }

    private List<Node> buttons(LibraryRow row) {
        ModelEntry entry = row.entry();
        List<Node> now = new ArrayList<>();
        switch (row.activity()) {
            case Activity.Fetching _ -> now.add(button("cancel", "Cancel", () -> model.cancel(entry)));
            case Activity.AskingRemoval() -> {
                now.add(button("keep", "Keep it", () -> model.dismiss(entry)));
                now.add(button("remove-now", "Remove its files", () -> model.remove(entry)));
            }
            case Activity.None(), Activity.Failed _ -> {
                Optional<Path> place = entry.origin().path();
                if (place.isPresent()) {
                    now.addAll(open(row, place.get()));
                    removal(row).ifPresent(now::add);
                } else {
                    now.add(button("download", "Download", () -> model.download(entry), "primary"));
                }
            }
        }
        return now;
    }

    private List<Node> open(LibraryRow row, Path place) {
        Button open = button("open", "Open", () -> model.open(place));
        open.setDisable(row.open());
        if (row.compared()) {
            return List.of(
                    open,
                    button(
                            "end-comparison",
                            "End comparison",
                            () -> model.comparison().close()));
        }
        Button compare = button("compare", "Compare", () -> model.compare(place));
        compare.setTooltip(new Tooltip("Show it beside the open one: on Tokens, Attention and Lens"));
        compare.setDisable(row.open());
        return List.of(open, compare);
    }

    /** What is open is mapped into memory: its files stay. */
    private Optional<Button> removal(LibraryRow row) {
        boolean used = row.open() || row.compared();
        Optional<Button> removal = switch (row.entry().origin()) {
            case Origin.Fetched _ ->
                Optional.of(button("remove", "Remove…", () -> model.askRemoval(row.entry()), "flat"));
            case Origin.Own _ ->
                Optional.of(button("forget", "Take off the list", () -> model.remove(row.entry()), "flat"));
            case Origin.Bundled _, Origin.Online() -> Optional.empty();
        };
        removal.ifPresent(button -> button.setDisable(used));
        return removal;
    }

    private static Button button(String command, String words, Runnable action, String... styles) {
        Button button = new Button(words);
        button.getStyleClass().add("model-" + command);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void tell(Activity activity) {
        happening.setVisible(!(activity instanceof Activity.None));
        progress.setVisible(activity instanceof Activity.Fetching);
        telling.getStyleClass().remove("error");
        switch (activity) {
            case Activity.None() -> telling.setText("");
            case Activity.Fetching now -> {
                progress.setProgress(now.allBytes() <= 0 ? 0 : (double) now.bytes() / now.allBytes());
                telling.setText(Transfer.words(now));
            }
            case Activity.AskingRemoval() ->
                telling.setText("Its files will be deleted from this computer. It can be fetched again.");
            case Activity.Failed failed -> {
                telling.getStyleClass().add("error");
                telling.setText("! " + failed.message());
            }
        }
    }
}
