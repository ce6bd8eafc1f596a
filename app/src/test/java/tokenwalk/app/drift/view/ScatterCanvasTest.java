package tokenwalk.app.drift.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.drift.GoldenStream;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.DriftView;
import tokenwalk.app.drift.model.PrincipalComponents;
import tokenwalk.app.theme.Appearance;

@ExtendWith(ApplicationExtension.class)
class ScatterCanvasTest {
    private final DriftPicture picture =
            DriftPicture.of(GoldenStream.capital(), DriftView.NORMALISED, new PrincipalComponents());
    private final List<Integer> picked = new ArrayList<>();
    private ScatterCanvas scatter;

    @Start
    void start(Stage stage) {
        Appearance appearance = new Appearance();
        appearance.reducedMotionProperty().set(true);
        scatter = new ScatterCanvas(appearance);
        scatter.pictureProperty().set(picture);
        scatter.onPickProperty().set(picked::add);
        stage.setScene(new Scene(new StackPane(scatter), 520, 380));
        stage.show();
    }

    private PlotGeometry geometry() {
        ScatterSkin skin = (ScatterSkin) scatter.getSkin();
        return Objects.requireNonNull(skin.geometry());
    }

    private Point2D onScreen(int level, int token) {
        return scatter.localToScreen(
                geometry().x(picture.spot(level, token)), geometry().y(picture.spot(level, token)));
    }

    @Test
    void aClickOnADotPicksItsToken(FxRobot robot) {
        robot.interact(() -> scatter.levelProperty().set(30));
        robot.clickOn(onScreen(30, 5)).clickOn(onScreen(30, 11));

        assertThat(picked).containsExactly(5, 11);
    }

    @Test
    void aDotUnderThePointerTellsWhatIsKnownAboutItUntilItMoves(FxRobot robot) {
        robot.interact(() -> scatter.levelProperty().set(30));
        robot.moveTo(onScreen(30, 5));
        assertThat(tips()).singleElement().asString().startsWith("␣Berlin · token 6 · level 30");

        robot.interact(() -> scatter.levelProperty().set(28));
        assertThat(tips()).isEmpty();
    }

    private static List<String> tips() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
                .toList();
    }

    @Test
    void arrowsPickTheTokenBeside(FxRobot robot) {
        robot.interact(() -> {
            scatter.chosenProperty().set(4);
            scatter.requestFocus();
        });
        robot.type(KeyCode.LEFT, KeyCode.RIGHT);

        assertThat(picked).containsExactly(3, 5);
    }

    @Test
    void keysZoomAndZeroShowsTheWholeAgain(FxRobot robot) {
        robot.interact(() -> scatter.requestFocus());
        robot.type(KeyCode.ADD, KeyCode.ADD);
        assertThat(scatter.viewportProperty().get().scale()).isGreaterThan(1.5);

        robot.type(KeyCode.DIGIT0);
        assertThat(scatter.viewportProperty().get()).isEqualTo(Viewport.WHOLE);
    }

    @Test
    void theAxesStayWhereTheyAreAtEveryLevel(FxRobot robot) {
        PlotGeometry first = geometry();
        robot.interact(() -> scatter.levelProperty().set(28));

        assertThat(geometry()).isEqualTo(first);
    }

    @Test
    void reducedMotionGoesToALevelAtOnce(FxRobot robot) {
        robot.interact(() -> scatter.glideTo(17));

        assertThat(scatter.levelProperty().get()).isEqualTo(17);
    }

    @Test
    void anotherPromptShowsTheWholeAndALongerTextKeepsTheZoom(FxRobot robot) {
        DriftPicture prompt = DriftPicture.of(GoldenStream.capital(9), DriftView.NORMALISED, new PrincipalComponents());
        robot.interact(() -> {
            scatter.pictureProperty().set(prompt);
            scatter.viewportProperty().set(Viewport.WHOLE.zoomed(3, 0.5, 0.5));
            scatter.pictureProperty().set(prompt.extend(GoldenStream.capital()));
        });
        assertThat(scatter.viewportProperty().get().scale()).isEqualTo(3);

        robot.interact(() -> scatter.pictureProperty().set(picture));
        assertThat(scatter.viewportProperty().get()).isEqualTo(Viewport.WHOLE);
    }

    @Test
    void theWordsOnHoverNameTokenLevelNormAndCosine() {
        assertThat(ScatterInput.words(picture, 1, 12, -1))
                .startsWith("␣capital · token 2 · level 12")
                .contains("the level's median)")
                .contains("cosine to the level before 0.");
        assertThat(ScatterInput.words(picture, 1, 0, 1)).doesNotContain("cosine");
    }

    @Test
    void readersOfTheScreenHearWhatIsShown(FxRobot robot) {
        robot.interact(() -> scatter.levelProperty().set(28));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(scatter.getAccessibleText())
                .isEqualTo("Token positions at level 28 of 30: 12 tokens, the last is ␣is");
    }
}
