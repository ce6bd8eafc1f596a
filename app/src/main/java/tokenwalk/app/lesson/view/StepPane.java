package tokenwalk.app.lesson.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.LessonShelf;
import tokenwalk.app.lesson.model.Wording;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;

/** The open step: where am I, what it says, what is to be done or answered, and on. Only the words scroll. */
final class StepPane extends BorderPane {
    private final LessonPlayer player;
    private final LessonShelf shelf;
    private final Label number = new Label();
    private final StackPane title = new StackPane();
    private final StackPane prose = new StackPane();
    private final ScrollPane scroll = new ScrollPane();
    private final HBox line = new HBox();
    private final VBox heading = new VBox();
    private final SegmentBar segments = new SegmentBar();
    private final Label standing = new Label();
    private final Button close = new Button("✕");
    private final HBox footer;
    private ProseView words;
    private boolean flat;

    StepPane(Shared shared) {
        this.player = shared.learning().player();
        this.shelf = shared.learning().shelf();
        this.words = new ProseView(shelf.picturesOf(null), player::pointAt);
        getStyleClass().add("step-pane");
        prose.getChildren().setAll(words);
        prose.setId("lesson-prose");
        VBox content = new VBox(
                obstacle(),
                stateProblem(shared),
                prose,
                new ShowLine(shared),
                new TaskCard(player),
                new QuestionForm(player),
                new RevealCard(player));
        content.getStyleClass().add("step-content");
        scroll.setContent(content);
        scroll.setId("lesson-scroll");
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        buildHeading();
        footer = footer();
        setTop(heading);
        setCenter(scroll);
        arrange(true);
        arrange(false);
        player.lessonProperty().subscribe(this::describe);
        shelf.packsProperty().subscribe(() -> describe(player.lessonProperty().get()));
        player.wordingProperty().subscribe((Wording now) -> words.show(now.text()));
        player.stepProperty().subscribe(() -> scroll.setVvalue(0));
    }

    private void describe(@Nullable Lesson lesson) {
        if (lesson == null) {
            return;
        }
        int at = shelf.numberOf(lesson);
        number.setText(at == 0 ? "Lesson" : "Lesson " + at);
        title.getChildren().setAll(ProseView.line(lesson.about().title()));
        words = new ProseView(shelf.picturesOf(lesson), player::pointAt);
        words.show(player.wordingProperty().getValue().text());
        prose.getChildren().setAll(words);
    }

    /** Wide and low, all that stands around the words shares one line. */
    void arrange(boolean low) {
        if (low == flat) {
            return;
        }
        flat = low;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        if (low) {
            heading.getChildren().setAll(line);
            setBottom(null);
            line.getChildren().setAll(number, title, gap, standing, footer, close);
        } else {
            line.getChildren().setAll(number, gap, standing, close);
            heading.getChildren().setAll(line, title, segments);
            setBottom(footer);
        }
    }

    private void buildHeading() {
        standing.setId("lesson-standing");
        standing.getStyleClass().add("muted");
        standing.setMinWidth(Region.USE_PREF_SIZE);
        number.getStyleClass().add("muted");
        number.setId("lesson-number");
        close.setId("lesson-close");
        close.getStyleClass().addAll("flat", "small", "close");
        close.setAccessibleText("Leave the lesson");
        close.setTooltip(new Tooltip("Leave the lesson; its place is kept (Esc)"));
        close.setOnAction(_ -> player.leave());
        close.setMinWidth(USE_PREF_SIZE);
        number.setMinWidth(USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("lesson-line");
        title.getStyleClass().add("lesson-title");
        title.setId("lesson-title");
        title.setAlignment(Pos.CENTER_LEFT);
        player.standingProperty().subscribe(now -> {
            standing.setText(now.words());
            segments.show(now);
        });
        heading.getStyleClass().add("lesson-heading");
    }

    private Node obstacle() {
        Label words = problem();
        words.setId("lesson-obstacle");
        player.obstacleProperty().subscribe(text -> words.setText(text.isEmpty() ? "" : "! " + text));
        return words;
    }

    private static Node stateProblem(Shared shared) {
        Label words = problem();
        words.setId("lesson-problem");
        shared.learning()
                .states()
                .problemProperty()
                .subscribe(text -> words.setText(text.isEmpty() ? "" : "! " + text));
        return words;
    }

    private static Label problem() {
        Label words = new Label();
        words.getStyleClass().add("error");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        return words;
    }

    private HBox footer() {
        Button back = button("lesson-back", "Back", "The step before (Page Up)", player::back);
        back.disableProperty().bind(player.standingProperty().map(now -> now.number() <= 1));
        Button restart =
                button("lesson-restart", "Restart", "From the first step; answers are forgotten", player::restart);
        restart.getStyleClass().add("flat");
        Button skip = button("lesson-skip", "Skip", "Go on without; the lesson does it for you", player::skip);
        skip.getStyleClass().add("flat");
        skip.visibleProperty().bind(player.doneProperty().not());
        Button next = button("lesson-next", "Next", "The next step (Page Down or Space)", player::next);
        next.getStyleClass().add("primary");
        next.disableProperty().bind(player.doneProperty().not());
        player.stepProperty().subscribe((@Nullable Step _) -> next.setText(player.atEnd() ? "Finish" : "Next"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox footer = new HBox(back, restart, gap, skip, next);
        footer.getStyleClass().add("lesson-footer");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    private static Button button(String id, String word, String meaning, Runnable action) {
        Button button = new Button(word);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
