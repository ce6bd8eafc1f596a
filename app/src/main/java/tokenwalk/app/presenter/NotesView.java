package tokenwalk.app.presenter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.Wording;
import tokenwalk.app.lesson.view.ProseView;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.prose.Prose;

/** The open step's notes, its words, its key, what comes next, the time, and all steps to jump to. */
final class NotesView extends BorderPane {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private final LessonPlayer player;
    private final ProseView notes = prose("notes-notes");
    private final ProseView words = prose("notes-words");
    private final ProseView reveal = prose("notes-reveal");
    private final ProseView next = prose("notes-next");
    private final Label key = new Label();
    private final Section notesSection = new Section("Notes", notes);
    private final Section wordsSection = new Section("On screen", words);
    private final Section keySection = new Section("Answer", new VBox(key, reveal));
    private final Section nextSection = new Section("Next", next);
    private final Label title = new Label();
    private final Label time = new Label();
    private final ListView<Integer> steps = new ListView<>();
    private final Timeline ticking;
    private final Subscription follows;
    private final Instant begun = Instant.now();

    NotesView(LessonPlayer player) {
        this.player = player;
        getStyleClass().add("notes");
        title.setId("notes-title");
        title.getStyleClass().add("card-title");
        time.getStyleClass().add("number");
        time.setMinWidth(USE_PREF_SIZE);
        key.setId("notes-key");
        key.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, time);
        heading.getStyleClass().add("notes-heading");
        setTop(heading);
        VBox column = new VBox(notesSection, wordsSection, keySection, nextSection);
        column.getStyleClass().add("notes-column");
        ScrollPane scroll = new ScrollPane(column);
        scroll.getStyleClass().add("notes-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
        setRight(list());
        ticking = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
        follows = Subscription.combine(
                player.lessonProperty().subscribe(this::fill),
                player.indexProperty().subscribe(this::write),
                player.wordingProperty().subscribe(_ -> write()),
                player.question().soughtProperty().subscribe(this::write));
        tick();
    }

    private static ProseView prose(String id) {
        ProseView view = new ProseView(_ -> Optional.empty(), _ -> {});
        view.setId(id);
        return view;
    }

    /** Words under a heading; takes no room while there are none. */
    private static final class Section extends VBox {
        Section(String name, Region content) {
            Label heading = new Label(name);
            heading.getStyleClass().add("note");
            getChildren().addAll(heading, content);
            getStyleClass().add("notes-part");
            managedProperty().bind(visibleProperty());
        }
    }

    private Node list() {
        steps.setId("notes-steps");
        steps.getStyleClass().addAll("plain-list", "notes-steps");
        steps.setCellFactory(_ -> new StepCell());
        steps.setOnMouseClicked(_ -> jump());
        steps.setFocusTraversable(false);
        return steps;
    }

    private void jump() {
        Integer chosen = steps.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen != player.indexProperty().get()) {
            player.goTo(chosen);
        }
    }

    private final class StepCell extends ListCell<Integer> {
        /** As wide as the list: a long line ends in an ellipsis. */
        StepCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            Lesson lesson = player.lessonProperty().get();
            setText(
                    empty
                                    || index == null
                                    || lesson == null
                                    || index >= lesson.steps().size()
                            ? null
                            : name(lesson, index));
        }
    }

    /** @return the step's number among those that say something, what it wants, and how it begins */
    static String name(Lesson lesson, int index) {
        Step step = lesson.steps().get(index);
        long number = lesson.steps().subList(0, index + 1).stream()
                .filter(one -> !LessonPlayer.isSilent(one))
                .count();
        String kind = switch (step) {
            case Step.Explain _, Step.Set _ -> "";
            case Step.Do _ -> "do: ";
            case Step.Predict _ -> "predict: ";
            case Step.Ask _ -> "ask: ";
        };
        return number + "  " + kind + firstLine(step.frame().text());
    }

    private static String firstLine(Prose prose) {
        return prose.plainText().lines().findFirst().orElse("");
    }

    private void fill(@Nullable Lesson lesson) {
        steps.getItems()
                .setAll(
                        lesson == null
                                ? List.of()
                                : IntStream.range(0, lesson.steps().size())
                                        .filter(i -> !LessonPlayer.isSilent(
                                                lesson.steps().get(i)))
                                        .boxed()
                                        .toList());
        write();
    }

    private void write() {
        Lesson lesson = player.lessonProperty().get();
        int index = player.indexProperty().get();
        Wording wording = player.wordingProperty().getValue();
        title.setText(
                lesson == null
                        ? "No lesson is open"
                        : PresenterBand.caption(lesson) + " · "
                                + player.standingProperty().get().words());
        show(notes, notesSection, wording.notes());
        show(words, wordsSection, wording.text());
        show(next, nextSection, lesson == null || index < 0 ? Prose.EMPTY : following(lesson, index));
        show(reveal, keySection, wording.reveal());
        key.setText(Key.of(player));
        key.setManaged(!key.getText().isEmpty());
        keySection.setVisible(key.isManaged() || !wording.reveal().isEmpty());
        if (lesson != null && index >= 0) {
            steps.getSelectionModel().select(Integer.valueOf(index));
            steps.scrollTo(Math.max(0, steps.getSelectionModel().getSelectedIndex() - 2));
        }
    }

    private static void show(ProseView view, Section section, Prose prose) {
        view.show(prose);
        section.setVisible(!prose.isEmpty());
    }

    /** @return the words of the next step that says something; its facts are not computed yet */
    private static Prose following(Lesson lesson, int from) {
        Optional<Integer> at = lesson.after(from, true);
        while (at.isPresent() && LessonPlayer.isSilent(lesson.steps().get(at.get()))) {
            at = lesson.after(at.get(), true);
        }
        return at.map(index -> lesson.steps().get(index).frame().text()).orElse(Prose.EMPTY);
    }

    private void tick() {
        Duration since = Duration.between(begun, Instant.now());
        time.setText(
                LocalTime.now().format(CLOCK) + " · " + since.toMinutes() + " min " + since.toSecondsPart() + " s");
    }

    void close() {
        ticking.stop();
        follows.unsubscribe();
    }
}
