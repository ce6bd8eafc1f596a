package tokenwalk.app.library.view;

import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.library.model.LibraryModel;
import tokenwalk.app.library.model.Settings;

/** Opening a model of one's own, how that goes, and where models are fetched from. */
public final class LibraryCard extends VBox {
    private final LibraryModel model;
    private final TextField hub = new TextField();

    public LibraryCard(LibraryModel model) {
        this.model = model;
        getStyleClass().addAll("card", "library-card");
        ToggleButton settings = new ToggleButton("Settings");
        settings.setId("library-settings");
        settings.getStyleClass().addAll("flat", "small");
        Region fold = settings();
        fold.visibleProperty().bind(settings.selectedProperty());
        fold.managedProperty().bind(fold.visibleProperty());
        settings.selectedProperty().subscribe(open -> settings.setText(open ? "Settings ▾" : "Settings ▸"));
        Label note = new Label("a .gguf file or a Hugging Face folder; or drop it on the window");
        note.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(open(), note, gap, settings);
        line.getStyleClass().add("card-heading");
        line.setAlignment(Pos.CENTER_LEFT);
        Label message = new Label();
        message.setId("library-message");
        message.getStyleClass().add("error");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        model.messageProperty().subscribe(now -> message.setText(now.isEmpty() ? "" : "! " + now));
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        getChildren()
                .addAll(
                        line,
                        new OpeningLine(model.session(), ""),
                        new OpeningLine(model.comparison().session(), " for comparison"),
                        message,
                        fold);
    }

    private MenuButton open() {
        MenuItem file = new MenuItem("File…");
        file.setOnAction(_ -> askFile());
        MenuItem folder = new MenuItem("Folder…");
        folder.setOnAction(_ -> askFolder());
        MenuButton open = new MenuButton("Open a model…");
        open.setId("open-model");
        open.setMinWidth(USE_PREF_SIZE);
        open.getItems().addAll(file, folder);
        return open;
    }

    private void askFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a model");
        chooser.getExtensionFilters().add(new ExtensionFilter("Models (GGUF)", List.of("*.gguf")));
        open(chooser.showOpenDialog(getScene().getWindow()));
    }

    private void askFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a model's folder");
        open(chooser.showDialog(getScene().getWindow()));
    }

    private void open(@Nullable File chosen) {
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }

    private Region settings() {
        hub.setId("hub");
        hub.setPromptText(model.usualHub().toString());
        HBox.setHgrow(hub, Priority.ALWAYS);
        hub.setOnAction(_ -> model.fetchFrom(hub.getText()));
        model.settingsProperty().subscribe(this::show);
        Button keep = new Button("Keep");
        keep.setId("keep-hub");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setOnAction(_ -> model.fetchFrom(hub.getText()));
        Label caption = new Label("Fetch models from");
        caption.setLabelFor(hub);
        caption.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(caption, hub, keep);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("card-heading");
        Label note = new Label("The hub, or a mirror of it. Empty: " + model.usualHub()
                + ". Nothing is fetched, and nothing sent, before you click Download.");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        return new VBox(line, note);
    }

    private void show(Settings now) {
        hub.setText(now.hub().map(Object::toString).orElse(""));
    }
}
