package tokenwalk.app.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
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
import tokenwalk.app.LiveApp;
import tokenwalk.app.theme.Theme;

/** The walkthrough in the room that open lessons leave it, in the smallest window that a class is shown. */
@ExtendWith(ApplicationExtension.class)
class WalkthroughBesideLessonsTest {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double PANEL = 360;

    private LiveApp app;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void openLessons(FxRobot robot) {
        this.robot = robot;
        app.settle();
        window(WIDTH, HEIGHT);
        app.act(() -> app.shared().learning().shelf().shownProperty().set(true));
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    /** In a pane of its own, since the headless screen is smaller. */
    private void window(double width, double height) {
        app.act(() -> {
            Region root = (Region) app.scene().getRoot();
            if (root.getParent() == null && !(root.getStyleClass().contains("around"))) {
                Pane around = new Pane();
                app.scene().setRoot(around);
                around.getChildren().add(root);
                around.getStyleClass().addAll("root", "around");
            }
            windowRoot().setPrefSize(width, height);
        });
        app.settle();
    }

    private Region windowRoot() {
        Region root = (Region) app.scene().getRoot();
        return root.getStyleClass().contains("around")
                ? (Region) root.getChildrenUnmodifiable().getFirst()
                : root;
    }

    @Test
    void allOfItIsSeenWithoutScrolling() {
        app.picture("beside-lessons");
        assertAllIsSeen(WIDTH - PANEL);
        assertThat(height("#candidates .bar-row")).isBetween(19.0, 32.0);
        assertThat(app.get(() -> centerY(node("#step"))))
                .isCloseTo(app.get(() -> centerY(node("#sample"))), within(1.0));
        assertThat(app.get(() -> centerY(node("#sentence"))))
                .isCloseTo(app.get(() -> centerY(node("#vectors"))), within(1.0));
        assertTitlesAreWhole();
    }

    private void assertTitlesAreWhole() {
        for (String title : List.of("Token Positions Across Layers", "Generating the next token")) {
            Label label = app.get(() -> robot.lookup(title).<Label>query());
            assertThat(app.get(() -> label.getWidth()))
                    .as(title)
                    .isGreaterThanOrEqualTo(app.get(() -> label.prefWidth(-1)));
        }
    }

    @Test
    void openVectorsOnlyShrinkWhatIsBelow() {
        app.act(() ->
                app.shared().walkthrough().attention().showVectorsProperty().set(true));
        app.act(() -> app.shared().session().levelProperty().set(28));
        app.settle();
        app.picture("beside-lessons-vectors");
        assertAllIsSeen(WIDTH - PANEL);
        assertThat(app.get(() -> node("#plot").getLayoutBounds().getHeight())).isGreaterThan(140);
    }

    @Test
    void itLooksTheSameInTheDarkAndLargerTextStillFitsItsWidth() {
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("beside-lessons-dark");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.LIGHT));
        app.act(() -> app.shared().appearance().scaleTo(1.25));
        app.settle();
        app.picture("beside-lessons-125");
        assertThat(seenChips(WIDTH)).isEqualTo(12);
        app.act(() -> app.shared().learning().shelf().shownProperty().set(false));
        app.settle();
        app.picture("without-lessons-125");
        assertThat(seenChips(WIDTH)).isEqualTo(12);
        assertThat(app.get(() -> node("#level")
                        .localToScene(node("#level").getBoundsInLocal())
                        .getMaxY()))
                .isLessThan(HEIGHT);
    }

    @Test
    void panelsStandBesideEachOtherFromFiftySixEm() {
        window(56 * 14 + PANEL, HEIGHT);
        app.picture("beside-lessons-56em");
        assertTitlesAreWhole();
        assertThat(bottom("#chips .chip-caption"))
                .as("above the scroll bar")
                .isLessThanOrEqualTo(
                        app.get(() -> inScene(node("#chips .scroll-bar")).getMinY()));
        assertThat(app.get(() -> centerY(node("#sentence"))))
                .isCloseTo(app.get(() -> centerY(node("#vectors"))), within(1.0));
        assertThat(app.get(() -> centerY(node("#candidates")) > centerY(node("#level"))))
                .isFalse();
        assertThat(app.get(() -> node("#policy").isVisible())).isTrue();
        assertThat(app.get(() -> scroll().getViewportBounds().getHeight()
                        - scroll().getContent().getLayoutBounds().getHeight()))
                .isGreaterThanOrEqualTo(0);
        app.act(() -> app.shared().learning().shelf().shownProperty().set(false));
        window(56 * 14 - 2, HEIGHT);
        assertThat(app.get(() -> node("#policy").getParent().isVisible()))
                .as("one column")
                .isFalse();
        window(86 * 14 + 2, HEIGHT);
        assertThat(app.get(() -> node("#policy").getParent().isVisible()))
                .as("three columns")
                .isFalse();
        assertThat(app.get(() -> node("#subtract-mean").isVisible())).isTrue();
        assertThat(app.get(() -> node("#own-text").isVisible())).isTrue();
    }

    @Test
    void thePolicyUnfoldsByAClick() {
        assertThat(app.get(() -> node("#temperature").getParent().getParent().isVisible()))
                .isFalse();
        assertThat(app.get(() -> ((Label) node("#policy-values")).getText()))
                .isEqualTo("T 1.0 · top-k off · top-p off · seed 42");
        app.act(() -> ((ButtonBase) node("#policy")).fire());
        app.settle();
        app.picture("beside-lessons-policy");
        assertThat(app.get(() -> node("#temperature").getParent().getParent().isVisible()))
                .isTrue();
        assertAllIsSeen(WIDTH - PANEL);
    }

    @Test
    void whatIsInTheMenuWorks() {
        MenuButton more = (MenuButton) app.get(() -> node("#more"));
        assertThat(more.isVisible()).isTrue();
        assertThat(app.get(() -> node("#own-text").isVisible())).isFalse();
        app.act(() -> more.getItems().get(1).fire());
        app.settle();
        assertThat(app.get(() -> node("#heads-pane").isVisible())).isTrue();
        assertThat(more.getItems().get(1).getText()).isEqualTo("Hide Heads and Steps");
        app.act(() -> more.getItems().get(1).fire());
        app.act(() -> more.getItems().get(0).fire());
        app.settle();
        assertThat(robot.listWindows().stream()
                        .map(window -> window.getScene().getRoot().lookup("#own-text-area")))
                .anyMatch(found -> found != null);
    }

    @Test
    void theListOfLessonsFitsItsPanel() {
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("beside-lessons-list-dark");
        assertThat(app.get(() -> robot.lookup(".lesson-row").queryAll().stream()
                        .map(row -> row.getLayoutBounds().getHeight())
                        .toList()))
                .hasSize(10)
                .allMatch(height -> height <= 62);
        assertThat(bottom("#practice-flashcards")).isLessThanOrEqualTo(HEIGHT);
    }

    private void assertAllIsSeen(double width) {
        assertThat(seenChips(width)).isEqualTo(12);
        assertThat(app.get(() -> robot.from(node("#chips")).lookup(".scroll-bar").queryAllAs(ScrollBar.class).stream()
                        .filter(Node::isVisible)
                        .count()))
                .isZero();
        assertThat(app.get(() -> scroll().getContent().getLayoutBounds().getHeight()))
                .isLessThanOrEqualTo(app.get(() -> scroll().getViewportBounds().getHeight()));
        assertThat(bottom("#level")).isLessThan(HEIGHT);
        assertThat(bottom(".nearest-line")).isLessThan(HEIGHT);
        assertThat(bottom("#candidates")).isLessThan(HEIGHT);
        assertThat(app.get(() -> robot.from(node("#candidates")).lookup(".bar-row").queryAll().stream()
                        .filter(row -> row.isVisible() && inScene(row).getMaxY() < HEIGHT)
                        .count()))
                .isEqualTo(10);
    }

    private long seenChips(double width) {
        return app.get(() -> robot.lookup(".token-chip").queryAll().stream()
                .filter(Node::isVisible)
                .filter(chip -> inScene(chip).getMinX() >= 0 && inScene(chip).getMaxX() <= width)
                .count());
    }

    private double bottom(String query) {
        return app.get(() -> inScene(node(query)).getMaxY());
    }

    private double height(String query) {
        return app.get(() -> node(query).getLayoutBounds().getHeight());
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static double centerY(Node node) {
        return inScene(node).getCenterY();
    }

    private ScrollPane scroll() {
        return (ScrollPane) windowRoot().lookup(".screen-scroll");
    }

    private Node node(String query) {
        return windowRoot().lookup(query);
    }
}
