package tokenwalk.app.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;
import tokenwalk.app.theme.Theme;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;

/** What a class sees, and what the teacher does with a remote. */
@ExtendWith(ApplicationExtension.class)
class PresenterTest {
    private static final String LESSON = """
            {"format": 1, "title": "How ` is` becomes ` Paris`", "audience": "All", "minutes": 5, "goals": ["See it"],
             "text": "The capital of Germany is Berlin. The capital of France is",
             "steps": [
               {"step": "set", "text": "At the last level {{best_token}} is nearest: {{best_probability}}.",
                "state": {"level": "last_level"}, "highlight": ["level"], "notes": "Ask who has seen it."},
               {"step": "explain", "text": "%s"},
               {"step": "predict", "text": "Which token comes next?", "answer":
                 {"choices": ["` Paris`, nearly sure", "` Lyon`, half sure", "` the`, hardly sure"], "correct": 1},
                "reveal": "It is {{best_token}}."},
               {"step": "do", "text": "Move the slider to 28.", "until": {"level": 28}},
               {"step": "ask", "text": "How many layers has this model?", "answer": {"number": "layers"},
                "reveal": "It has {{layers}}."}
             ]}
            """;
    private static final String PARAGRAPH = "Each block adds a little to the vector of every token, and reads from the "
            + "tokens before it what it needs for that; nothing in the vector is a word, it is a list of numbers, and "
            + "only at the very end are they compared with the rows of the table, one row for each token there is.";
    private static final int LONG = 1;
    private static final int CHOICE = 2;
    private static final int TASK = 3;
    private static final int NUMBER = 4;

    private LiveApp app;
    private Region root;
    private Lesson lesson;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        String prose = String.join("\\n\\n", PARAGRAPH, PARAGRAPH, PARAGRAPH);
        Files.writeString(folder.resolve("04-paris.json"), LESSON.formatted(prose));
        lesson = LessonPack.open(folder).files().getFirst().lesson().orElseThrow();
        root = (Region) app.scene().getRoot();
        // Then it is not the scene's root, and does not go full screen: JavaFX's headless one is too small for that.
        enlarge(1280, 720);
        app.settle();
    }

    @AfterEach
    void close() {
        app.act(() -> appearance().presentingProperty().set(false));
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1280, 720"})
    void theWalkthroughFitsAndIsLargeEnoughForTheBackRow(double width, double height) {
        enlarge(width, height);
        present(0);
        double scale = width / 1920;
        assertThat(appearance().px(Appearance.BASE_FONT_SIZE)).isCloseTo(24 * scale, within(0.01));
        assertThat(proseSize()).isCloseTo(40 * scale, within(0.1));
        assertThat(chipSize()).isCloseTo(32 * scale, within(0.1));
        assertThat(shown(".candidates .bar-row")).hasSize(6);
        assertThat(shown(".policy-row")).isEmpty();
        assertThat(shown("#sentence")).isEmpty();
        assertThat(shown(".top-bar")).isEmpty();
        assertThat(shown("#screen-title")).isEmpty();
        assertThat(shown(".stage-detail")).isEmpty();
        assertThat(shown("#step")).hasSize(1);
        fitsTheWindow();
        app.picture("presenter-walkthrough-" + (int) width);
        app.act(() -> appearance().themeProperty().set(Theme.DARK));
        app.picture("presenter-walkthrough-dark-" + (int) width);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1280, 720"})
    void questionsAndTasksLeaveRoomForTheWalkthrough(double width, double height) {
        enlarge(width, height);
        present(0);
        for (int step : List.of(CHOICE, TASK, NUMBER)) {
            app.act(() -> player().goTo(step));
            app.settle();
            fitsTheWindow();
            app.picture("presenter-step-" + step + "-" + (int) width);
        }
    }

    @Test
    void otherScreensStandAboveTheBand() {
        enlarge(1920, 1080);
        present(0);
        for (Theme theme : Theme.values()) {
            app.act(() -> appearance().themeProperty().set(theme));
            for (ScreenId id : List.of(ScreenId.LENS, ScreenId.SAMPLER, ScreenId.TOKENS)) {
                app.act(() -> app.shared().navigation().open(id));
                assertThat(bounds("#presenter-band").getMaxY()).isCloseTo(1080, within(1.0));
                app.picture("presenter-" + id.name().toLowerCase(Locale.ROOT) + "-" + theme.label());
            }
        }
    }

    @Test
    void withoutALessonTheAppIsSimplyBig() {
        enlarge(1920, 1080);
        app.act(() -> appearance().presentingProperty().set(true));
        assertThat(shown("#presenter-band")).isEmpty();
        assertThat(shown("#sentence")).hasSize(1);
        assertThat(shown(".policy-row")).hasSize(1);
        fitsTheWindow();
    }

    @Test
    void allIsAsBeforeAfterwards() {
        app.act(() -> {
            appearance().scaleTo(1.25);
            appearance().themeProperty().set(Theme.DARK);
            root.lookup("#step").requestFocus();
        });
        press(KeyCode.F5);
        assertThat(appearance().presentingProperty().get()).isTrue();
        assertThat(appearance().textScaleProperty().get()).isNotEqualTo(1.25);
        assertThat(appearance().color(Role.TEXT)).isEqualTo(Color.WHITE);
        app.act(appearance()::largerText);
        press(KeyCode.ESCAPE);
        assertThat(appearance().presentingProperty().get()).isFalse();
        assertThat(appearance().textScaleProperty().get()).isEqualTo(1.25);
        assertThat(appearance().theme()).isEqualTo(Theme.DARK);
        assertThat(appearance().color(Role.TEXT)).isEqualTo(Theme.DARK.color(Role.TEXT));
        assertThat(app.get(() -> app.scene().getFocusOwner().getId())).isEqualTo("step");
        assertThat(shown(".top-bar")).hasSize(1);
    }

    @Test
    void escapeLeavesPresentingFirstAndThenTheLesson() {
        present(0);
        press(KeyCode.ESCAPE);
        assertThat(appearance().presentingProperty().get()).isFalse();
        assertThat(player().lessonProperty().get()).isNotNull();
        press(KeyCode.ESCAPE);
        assertThat(player().lessonProperty().get()).isNull();
    }

    @Test
    void aRemoteReadsPagesRevealsDoesAndGoesOn() {
        enlarge(1920, 1080);
        present(LONG);
        for (int page = 1; page <= 3; page++) {
            assertThat(text("#presenter-page")).isEqualTo("page " + page + " of 3");
            assertThat(at()).isEqualTo(LONG);
            if (page < 3) {
                press(KeyCode.PAGE_DOWN);
            }
        }
        assertThat(proseSize()).isGreaterThanOrEqualTo(27.9);
        press(KeyCode.PAGE_DOWN);
        assertThat(at()).isEqualTo(CHOICE);
        assertThat(text("#presenter-forward")).isEqualTo("Page Down shows the answer");
        press(KeyCode.PAGE_DOWN);
        assertThat(at()).isEqualTo(CHOICE);
        assertThat(prose()).isEqualTo("It is ␣Paris.");
        assertThat(text("#presenter-choice-1")).startsWith("✓ A");
        press(KeyCode.PAGE_DOWN);
        assertThat(at()).isEqualTo(TASK);
        press(KeyCode.PAGE_DOWN);
        assertThat(at()).isEqualTo(NUMBER);
        assertThat(app.shared().session().levelProperty().get()).isEqualTo(28);
        press(KeyCode.PAGE_UP);
        assertThat(at()).isEqualTo(TASK);
    }

    @Test
    void aWrongChoiceIsMarkedBesideTheRightOne() {
        present(CHOICE);
        app.act(() -> ((Button) root.lookup("#presenter-choice-2")).fire());
        assertThat(text("#presenter-choice-1")).startsWith("✓ A");
        assertThat(text("#presenter-choice-2")).startsWith("✗ B");
        assertThat(text("#presenter-verdict")).isEqualTo("Not quite.");
    }

    @Test
    void theSpotlightFollowsTheMouseAndTakesNoClicks() {
        enlarge(1920, 1080);
        present(0);
        press(KeyCode.S);
        Circle ring = (Circle) app.get(() -> root.lookup(".spotlight-ring"));
        assertThat(shown(".spotlight")).hasSize(1);
        assertThat(ring.getCenterX()).isCloseTo(960, within(1.0));
        assertThat(ring.getCenterY()).isCloseTo(540, within(1.0));
        assertThat(ring.getRadius()).isCloseTo(130, within(1.0));
        app.act(() -> Event.fireEvent(root, moved(300, 200)));
        assertThat(ring.getCenterX()).isCloseTo(300, within(1.0));
        assertThat(ring.getCenterY()).isCloseTo(200, within(1.0));
        press(KeyCode.PLUS);
        assertThat(ring.getRadius()).isCloseTo(146, within(1.0));
        press(KeyCode.MINUS);
        press(KeyCode.MINUS);
        assertThat(ring.getRadius()).isCloseTo(116, within(1.0));
        assertThat(app.get(() -> root.lookup(".spotlight").isMouseTransparent()))
                .isTrue();
        app.picture("presenter-spotlight");
        press(KeyCode.S);
        assertThat(shown(".spotlight")).isEmpty();
    }

    @Test
    void whatIsTypedInAFieldIsNoShortcut() {
        present(NUMBER);
        app.act(() -> root.lookup("#presenter-field").requestFocus());
        press(KeyCode.S);
        assertThat(shown(".spotlight")).isEmpty();
    }

    @Test
    void theNotesFollowTheLessonAndJumpInIt() {
        present(0);
        app.act(() -> Event.fireEvent(root, key(KeyCode.N, true)));
        app.settle();
        Scene notes = app.get(PresenterTest::notes);
        assertThat(words(notes, "#notes-notes")).isEqualTo("Ask who has seen it.");
        assertThat(words(notes, "#notes-words")).startsWith("At the last level ␣Paris is nearest: 97.6 %");
        assertThat(words(notes, "#notes-next")).startsWith("Each block adds");
        ListView<?> steps = (ListView<?>) notes.lookup("#notes-steps");
        app.act(() -> {
            steps.getSelectionModel().select(CHOICE);
            steps.getOnMouseClicked().handle(moved(1, 1));
        });
        app.settle();
        assertThat(at()).isEqualTo(CHOICE);
        assertThat(app.get(() -> ((Labeled) notes.lookup("#notes-key")).getText()))
                .isEqualTo("A · ␣Paris, nearly sure");
        app.act(() -> Event.fireEvent(notes.getRoot(), key(KeyCode.PAGE_DOWN, false)));
        app.settle();
        assertThat(player().question().revealedProperty().get()).isTrue();
        app.act(() -> notes.getWindow().hide());
        assertThat(appearance().presentingProperty().get()).isTrue();
    }

    private static Scene notes() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.getRoot() instanceof NotesView)
                .findFirst()
                .orElseThrow();
    }

    private String words(Scene scene, String query) {
        return app.get(() -> textIn(scene.lookup(query)));
    }

    /** The headless screen ends at a million pixels, so the contents are larger than their window. */
    private void enlarge(double width, double height) {
        app.act(() -> {
            Pane around = new Pane();
            app.scene().setRoot(around);
            root.setMinSize(width, height);
            root.setPrefSize(width, height);
            root.setMaxSize(width, height);
            around.getChildren().add(root);
        });
    }

    private void present(int step) {
        app.act(() -> player().open(lesson));
        app.act(() -> appearance().presentingProperty().set(true));
        app.act(() -> player().goTo(step));
        app.settle();
    }

    private Appearance appearance() {
        return app.shared().appearance();
    }

    private LessonPlayer player() {
        return app.shared().learning().player();
    }

    private int at() {
        return app.get(() -> player().indexProperty().get());
    }

    private void press(KeyCode code) {
        app.act(() -> Event.fireEvent(root, key(code, false)));
        app.settle();
    }

    private static KeyEvent key(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }

    private static MouseEvent moved(double x, double y) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                y,
                x,
                y,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private List<Node> shown(String query) {
        return app.get(() -> {
            Set<Node> found = root.lookupAll(query);
            return found.stream().filter(PresenterTest::isSeen).toList();
        });
    }

    private static boolean isSeen(Node node) {
        for (Node now = node; now != null; now = now.getParent()) {
            if (!now.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String text(String query) {
        return app.get(() -> ((Labeled) root.lookup(query)).getText());
    }

    private double proseSize() {
        return app.get(() ->
                texts(root.lookup("#presenter-prose")).getFirst().getFont().getSize());
    }

    private String prose() {
        return app.get(() -> textIn(root.lookup("#presenter-prose")));
    }

    private double chipSize() {
        return app.get(
                () -> ((Labeled) root.lookup("#chips .token-run")).getFont().getSize());
    }

    private static String textIn(Node node) {
        StringBuilder words = new StringBuilder();
        texts(node).forEach(text -> words.append(text.getText()));
        return words.toString();
    }

    private static List<Text> texts(Node node) {
        List<Text> texts = new ArrayList<>();
        if (node instanceof Text text) {
            texts.add(text);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(texts(child)));
        }
        return texts;
    }

    private Bounds bounds(String query) {
        return app.get(() -> root.sceneToLocal(
                root.lookup(query).localToScene(root.lookup(query).getBoundsInLocal())));
    }

    /** The walkthrough needs no scrolling, and the band ends where the window does. */
    private void fitsTheWindow() {
        ScrollPane screen = (ScrollPane) app.get(() -> root.lookup(".screen-scroll"));
        assertThat(app.get(() -> screen.getContent().getLayoutBounds().getHeight()))
                .as("height of the screen's contents")
                .isLessThanOrEqualTo(app.get(() -> screen.getViewportBounds().getHeight()) + 1);
        if (!shown("#presenter-band").isEmpty()) {
            assertThat(bounds("#presenter-band").getMaxY()).isCloseTo(root.getHeight(), within(1.0));
        }
    }
}
