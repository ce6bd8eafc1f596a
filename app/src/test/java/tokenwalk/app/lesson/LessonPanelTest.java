package tokenwalk.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.LiveApp;
import tokenwalk.app.controls.LevelSlider;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.theme.Theme;

/** The lesson panel beside the screens: what it says, how it is driven, and what it looks like. */
@ExtendWith(ApplicationExtension.class)
class LessonPanelTest {
    private static final int LAST = 9;

    private LiveApp app;
    private FxRobot robot;
    private LessonPlayer player;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void open(FxRobot robot) {
        this.robot = robot;
        player = app.shared().learning().player();
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void enlarge(double width, double height) {
        app.act(() -> {
            Region root = (Region) app.scene().getRoot();
            if (root.getParent() == null) {
                Pane around = new Pane();
                app.scene().setRoot(around);
                around.getChildren().add(root);
                around.getStyleClass().add("root");
            }
            root.setPrefSize(width, height);
        });
    }

    private <T extends Node> T node(String query) {
        return app.get(() -> robot.lookup(query).<T>query());
    }

    private void fire(String query) {
        ButtonBase button = node(query);
        assertThat(button.isDisabled()).as(query).isFalse();
        app.act(button::fire);
    }

    private void begin() {
        app.act(() -> player.open(TestLesson.open()));
        app.settle();
    }

    @Test
    void theListShowsAllLessonsAndTheWaysToPractice() {
        fire("#lessons");
        app.settle();
        app.picture("lessons-list");
        assertThat(robot.lookup(".lesson-row").queryAll()).hasSize(10);
        assertThat(this.<ButtonBase>node("#practice-flashcards").getText()).endsWith("due");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        fire("#goals-04-how-is-becomes-paris");
        app.picture("lessons-list-dark");
        fire("#practice-lab");
        assertThat(this.<Label>node("#screen-title").getText()).isEqualTo("Tiny logits lab");
    }

    @Test
    void aPackWithMistakesIsListedWithThemAndReadAnewWhenMended() throws Exception {
        Path file = TestLesson.write("{\n\"format\": 1,\n\"titel\": 3\n}");
        app.act(() -> app.shared().learning().shelf().open(file.getParent()));
        app.settle();
        app.picture("lessons-broken");
        assertThat(robot.lookup(".broken-lesson .label").queryAll())
                .anySatisfy(label -> assertThat(((Label) label).getText()).contains("01-test.json:3:"));
        Files.writeString(file, Files.readString(TestLesson.write()));
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> app.get(() -> app.scene().getRoot().lookup(".broken-lesson") == null));
    }

    @Test
    void aFolderWithoutLessonsIsRefusedInOneLine() throws Exception {
        Path empty = Files.createTempDirectory("empty");
        app.act(() -> app.shared().learning().shelf().open(empty));
        app.settle();
        assertThat(this.<Label>node("#lessons-problem").getText()).startsWith("! There are no lessons in ");
    }

    @Test
    void eachKindOfStepHasItsForm() {
        begin();
        app.picture("lesson-explain");
        assertThat(robot.lookup(".pointing-ring").<Node>queryAll()).anyMatch(Node::isVisible);
        app.act(player::next);
        app.settle();
        app.picture("lesson-do");
        assertThat(this.<LevelSlider>node("#level").goalProperty().get()).isEqualTo(28);
        fire("#lesson-ask-hint");
        app.picture("lesson-do-hint");
        app.act(() -> app.shared().session().levelProperty().set(28));
        app.picture("lesson-do-done");
        fire("#lesson-next");
        app.settle();
        app.picture("lesson-predict");
        assertThat(robot.lookup(".pointing-veil").<Node>queryAll()).anyMatch(Node::isVisible);
        app.act(() -> player.question().answer("Paris"));
        app.picture("lesson-predict-revealed");
        assertThat(robot.lookup(".pointing-veil").<Node>queryAll()).noneMatch(Node::isVisible);
        fire("#lesson-next");
        app.settle();
        app.act(() -> player.question().answer("29"));
        app.picture("lesson-number-wrong");
        app.act(() -> player.question().answer("30"));
        fire("#lesson-next");
        app.settle();
        app.picture("lesson-choice");
        fire("#lesson-choice-2");
        app.picture("lesson-choice-right");
        fire("#lesson-next");
        app.settle();
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        fire("#lesson-reveal");
        app.picture("lesson-open-dark");
        fire("#lesson-had-it");
        fire("#lesson-next");
        app.settle();
        app.picture("lesson-press-dark");
        app.act(player::back);
        app.act(player::back);
        app.act(player::back);
        app.act(player::back);
        app.act(player::back);
        app.settle();
        app.picture("lesson-do-dark");
    }

    @Test
    void thePanelStandsBelowWhereThereIsLittleRoomAndBesideOnALargeScreen() {
        begin();
        app.act(player::next);
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.settle();
        app.picture("lesson-large-text");
        Node panel = node("#lesson-panel");
        assertThat(app.get(() -> panel.getBoundsInParent().getMinX())).isZero();
        app.act(() -> app.shared().appearance().scaleTo(16 / 14.0));
        enlarge(1920, 1080);
        app.settle();
        app.picture("lesson-large-screen");
        assertThat(app.get(() -> panel.getBoundsInParent().getMinX())).isGreaterThan(1000);
    }

    @Test
    void theKeysOfARemoteDriveTheLesson() {
        begin();
        app.act(() -> app.scene().getRoot().requestFocus());
        robot.type(KeyCode.SPACE);
        app.settle();
        assertThat(app.get(() -> player.indexProperty().get())).isEqualTo(2);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(app.get(() -> player.indexProperty().get())).as("not done").isEqualTo(2);
        robot.type(KeyCode.PAGE_UP);
        app.settle();
        assertThat(app.get(() -> player.indexProperty().get())).isZero();
        Node step = node("#step");
        app.act(step::requestFocus);
        robot.type(KeyCode.SPACE);
        app.settle();
        assertThat(app.get(() -> player.indexProperty().get()))
                .as("the button's own key")
                .isZero();
        robot.type(KeyCode.ESCAPE);
        app.settle();
        assertThat(app.get(() -> player.lessonProperty().get())).isNull();
    }

    @Test
    void aTokenIsGuessedByAClickOnItsBar() {
        begin();
        app.act(player::next);
        app.act(player::skip);
        app.settle();
        robot.clickOn("#candidates");
        app.settle();
        assertThat(app.get(() -> player.question().givenProperty().get()))
                .as("covered")
                .isNull();
        while (app.get(() -> player.indexProperty().get()) < LAST) {
            app.act(player::skip);
            app.settle();
        }
        Node bar = app.get(() -> robot.lookup(".candidates .bar-row").nth(0).query());
        robot.clickOn(bar);
        app.settle();
        assertThat(app.get(() -> player.question().feedbackProperty().get())).startsWith("Right");
    }
}
