package tokenwalk.app.lesson.view;

import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.Learning;
import tokenwalk.app.lesson.model.LessonShelf;
import tokenwalk.app.progress.ProgressCard;
import tokenwalk.app.progress.ProgressNote;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.file.Mistake;
import tokenwalk.lessons.lesson.Lesson;

/** The lessons there are, how far each is, and what is practised beside them. */
final class LessonList extends BorderPane {
    private final Shared shared;
    private final Learning learning;
    private final LessonShelf shelf;
    private final VBox packs = new VBox();
    private final ScrollPane scroll = new ScrollPane();

    LessonList(Shared shared) {
        this.shared = shared;
        this.learning = shared.learning();
        this.shelf = learning.shelf();
        getStyleClass().add("lesson-list");
        setId("lesson-list");
        Label problem = new Label();
        problem.setId("lessons-problem");
        problem.getStyleClass().add("error");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        shelf.problemProperty().subscribe(text -> problem.setText(text.isEmpty() ? "" : "! " + text));
        packs.getStyleClass().add("lesson-packs");
        VBox content = new VBox(
                new ProgressNote(learning.progress()),
                problem,
                packs,
                new PracticeLinks(shared),
                ProgressCard.button(learning.progress()));
        content.getStyleClass().add("step-content");
        scroll.setContent(content);
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setTop(heading());
        setCenter(scroll);
        shelf.packsProperty().subscribe(this::filled);
        fill();
        learning.progress().progressProperty().subscribe(this::fill);
    }

    private Node heading() {
        Label title = new Label("Lessons");
        title.getStyleClass().add("screen-title");
        MenuButton open = new MenuButton("Open lessons");
        open.setId("open-lessons");
        open.getStyleClass().addAll("flat", "small");
        MenuItem folder = new MenuItem("Folder…");
        folder.setOnAction(_ -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("Open a folder of lessons");
            take(chooser.showDialog(getScene().getWindow()));
        });
        MenuItem file = new MenuItem("Zip or single lesson…");
        file.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Open lessons");
            chooser.getExtensionFilters()
                    .setAll(new FileChooser.ExtensionFilter("Lessons (zip, json)", "*.zip", "*.json"));
            take(chooser.showOpenDialog(getScene().getWindow()));
        });
        open.getItems().addAll(folder, file);
        Button close = new Button("✕");
        close.setId("lessons-close");
        close.getStyleClass().addAll("flat", "small", "close");
        close.setAccessibleText("Close the lessons");
        close.setOnAction(_ -> shelf.shownProperty().set(false));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, open, close);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().addAll("lesson-heading", "lesson-line");
        return heading;
    }

    private void take(@Nullable File chosen) {
        if (chosen != null) {
            shelf.open(chosen.toPath());
        }
    }

    /** What was just opened stands at the end, and is what one wants to see. */
    private void filled(List<LessonPack> before, List<LessonPack> now) {
        fill();
        if (!before.isEmpty() && now.size() > before.size()) {
            applyCss();
            layout();
            scroll.setVvalue(1);
        }
    }

    private void fill() {
        packs.getChildren().clear();
        for (LessonPack pack : shelf.packsProperty().get()) {
            if (pack.place().isPresent()) {
                packs.getChildren().add(title(pack));
            }
            int number = 1;
            for (LessonFile file : pack.files()) {
                if (file.lesson().isPresent()) {
                    Lesson lesson = file.lesson().get();
                    packs.getChildren().add(new LessonRow(lesson, number++, pack, shared));
                }
                if (!file.mistakes().isEmpty()) {
                    packs.getChildren().add(broken(file));
                }
            }
        }
    }

    private Node title(LessonPack pack) {
        Label title = new Label(pack.title());
        title.getStyleClass().add("card-title");
        Button close = new Button("✕");
        close.getStyleClass().addAll("flat", "small", "close");
        close.setAccessibleText("Take «" + pack.title() + "» off the list");
        close.setOnAction(_ -> shelf.close(pack));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(title, gap, close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pack-title");
        return row;
    }

    private static Node broken(LessonFile file) {
        VBox lines = new VBox();
        lines.getStyleClass().add("broken-lesson");
        Label name = new Label("! " + file.name()
                + (file.lesson().isPresent()
                        ? " has mistakes; as it was before, it can be played"
                        : " cannot be played"));
        name.getStyleClass().addAll("error", "strong");
        name.setWrapText(true);
        lines.getChildren().add(name);
        List<Mistake> mistakes = file.mistakes();
        for (Mistake mistake : mistakes) {
            Label line = new Label(mistake.toString());
            line.getStyleClass().add("note");
            line.setWrapText(true);
            lines.getChildren().add(line);
        }
        return lines;
    }
}
