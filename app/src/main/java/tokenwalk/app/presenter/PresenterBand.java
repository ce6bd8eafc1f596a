package tokenwalk.app.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.Standing;
import tokenwalk.app.lesson.model.Wording;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;

/** What the class reads of the lesson, in a dark band below the screen, and what a remote does next. */
final class PresenterBand extends VBox {
    private static final Pattern NUMBER = Pattern.compile("(?:.*/)?0*(\\d+)\\D.*");

    private static final PseudoClass ASKING = PseudoClass.getPseudoClass("asking");

    private final LessonPlayer player;
    private final PagedProse prose;
    private final HBox segments = new HBox();

    /** @param notes opens the teacher's notes */
    PresenterBand(LessonPlayer player, Appearance appearance, Runnable notes) {
        this.player = player;
        this.prose = new PagedProse(appearance);
        setId("presenter-band");
        getStyleClass().add("presenter-band");
        prose.setId("presenter-prose");
        segments.getStyleClass().add("presenter-segments");
        HBox heading = new HBox(caption(), task());
        heading.getStyleClass().add("presenter-heading");
        VBox said = new VBox(heading, prose, new PresenterAnswer(player, appearance));
        said.getStyleClass().add("presenter-said");
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox words = new HBox(said, whereAndHow(notes));
        words.getStyleClass().add("presenter-words");
        // A row's least height is that at its least width, where each choice has a line of its own.
        words.setMinHeight(0);
        getChildren().addAll(words, segments);
        visibleProperty()
                .bind(appearance
                        .presentingProperty()
                        .and(player.lessonProperty().isNotNull()));
        managedProperty().bind(visibleProperty());
        // By value: each call makes a new observable, and one that nobody reads tells of its first change only.
        player.wordingProperty().subscribe(_ -> write());
        player.stepProperty().subscribe(this::write);
        player.question().revealedProperty().subscribe(this::write);
        player.standingProperty().subscribe(this::mark);
    }

    /** @return whether there was another page of the words to turn to */
    boolean turnPage(int by) {
        return prose.turn(by);
    }

    private Node caption() {
        Label caption = new Label();
        caption.setId("presenter-caption");
        caption.getStyleClass().add("presenter-note");
        caption.setMinWidth(USE_PREF_SIZE);
        caption.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Lesson lesson = player.lessonProperty().get();
                            return lesson == null ? "" : caption(lesson);
                        },
                        player.lessonProperty()));
        return caption;
    }

    /** The number is the one that the lesson's file begins with. */
    static String caption(Lesson lesson) {
        Matcher number = NUMBER.matcher(lesson.id());
        String title = lesson.about().title().plainText();
        return number.matches() ? "Lesson " + number.group(1) + " · " + title : title;
    }

    private Node whereAndHow(Runnable notes) {
        Label standing = new Label();
        standing.setId("presenter-standing");
        standing.getStyleClass().add("presenter-standing");
        standing.textProperty().bind(player.standingProperty().map(now -> now.number() + " / " + now.of()));
        Label page = new Label();
        page.setId("presenter-page");
        page.getStyleClass().add("presenter-note");
        page.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "page " + (prose.pageProperty().get() + 1) + " of "
                                + prose.pageCountProperty().get(),
                        prose.pageProperty(),
                        prose.pageCountProperty()));
        page.visibleProperty().bind(prose.pageCountProperty().greaterThan(1));
        page.managedProperty().bind(page.visibleProperty());
        Label forward = new Label();
        forward.setId("presenter-forward");
        forward.getStyleClass().add("presenter-note");
        forward.textProperty()
                .bind(Bindings.createStringBinding(
                        this::forward,
                        player.stepProperty(),
                        player.doneProperty(),
                        player.question().revealedProperty(),
                        prose.pageProperty(),
                        prose.pageCountProperty()));
        Label keys = new Label("S spotlight · Esc leaves");
        keys.getStyleClass().add("presenter-note");
        Button open = new Button("Notes");
        open.setId("presenter-notes");
        open.getStyleClass().addAll("flat", "presenter-note");
        open.setFocusTraversable(false);
        open.setOnAction(_ -> notes.run());
        VBox column = new VBox(standing, page, forward, keys, open);
        column.getStyleClass().add("presenter-where");
        column.setAlignment(Pos.TOP_RIGHT);
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private String forward() {
        if (prose.pageProperty().get() + 1 < prose.pageCountProperty().get()) {
            return "Page Down reads on";
        }
        if (player.question().mayAnswer()) {
            return "Page Down shows the answer";
        }
        if (player.stepProperty().get() instanceof Step.Do
                && !player.doneProperty().get()) {
            return "Page Down does it and goes on";
        }
        return "Page Down goes on";
    }

    /** What a «do» step has seen of its task so far. */
    private Node task() {
        Label state = new Label();
        state.setId("presenter-task");
        state.getStyleClass().add("presenter-task");
        state.textProperty()
                .bind(player.taskProperty().map(task -> task.done() ? "✓ Done. " + task.reached() : task.reached()));
        state.visibleProperty()
                .bind(player.stepProperty().map(Step.Do.class::isInstance).orElse(false));
        state.managedProperty()
                .bind(state.visibleProperty().and(state.textProperty().isNotEmpty()));
        return state;
    }

    /** After the answer its explanation, if there is one. */
    private void write() {
        Wording wording = player.wordingProperty().getValue();
        pseudoClassStateChanged(ASKING, player.question().wantedProperty().get() != null);
        boolean reveal =
                player.question().revealedProperty().get() && !wording.reveal().isEmpty();
        prose.show(reveal ? wording.reveal() : wording.text());
    }

    private void mark(@Nullable Standing standing) {
        List<Region> marks = new ArrayList<>();
        for (int i = 1; standing != null && i <= standing.of(); i++) {
            Region segment = new Region();
            segment.getStyleClass().add("presenter-segment");
            if (i <= standing.number()) {
                segment.getStyleClass().add("passed");
            }
            HBox.setHgrow(segment, Priority.ALWAYS);
            marks.add(segment);
        }
        segments.getChildren().setAll(marks);
    }
}
