package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.theme.Appearance;

@ExtendWith(ApplicationExtension.class)
class LevelSliderTest {
    private final Appearance appearance = new Appearance();
    private LevelSlider slider;

    @Start
    void start(Stage stage) {
        slider = new LevelSlider(appearance);
        slider.layersProperty().set(30);
        Shown.in(stage, appearance, slider);
    }

    @Test
    void saysTheLevelInWords(FxRobot robot) {
        Label words = (Label) slider.lookup(".level-description");
        assertThat(words.getText()).isEqualTo("embedding, no layer yet");
        robot.interact(() -> slider.setLevel(28));
        assertThat(words.getText()).isEqualTo("after 28 of 30 layers");
    }

    @Test
    void keysMoveByOneByFiveAndToTheEnds(FxRobot robot) {
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(slider.getLevel()).isEqualTo(1);
        robot.type(KeyCode.PAGE_UP);
        assertThat(slider.getLevel()).isEqualTo(6);
        robot.type(KeyCode.END).type(KeyCode.RIGHT);
        assertThat(slider.getLevel()).isEqualTo(30);
        robot.type(KeyCode.HOME).type(KeyCode.LEFT);
        assertThat(slider.getLevel()).isZero();
    }

    @Test
    void theHandMovesThePositionAndTheLevelSnaps(FxRobot robot) {
        robot.interact(() -> slider.drag(11.7));
        assertThat(slider.positionProperty().get()).isEqualTo(11.7);
        assertThat(slider.getLevel()).isEqualTo(12);
        robot.interact(slider::drop);
        assertThat(slider.positionProperty().get()).isEqualTo(12);
    }

    @Test
    void aPressOnTheTrackGoesThere(FxRobot robot) {
        Node track = slider.lookup(".level-track");
        robot.clickOn(track);
        assertThat(slider.getLevel()).isEqualTo(15);
        assertThat(slider.positionProperty().get()).isEqualTo(15);
    }

    @Test
    void aLevelThatIsSetIsReachedSmoothly(FxRobot robot) throws TimeoutException {
        appearance.reducedMotionProperty().set(false);
        robot.interact(() -> slider.setLevel(20));
        assertThat(slider.positionProperty().get()).isLessThan(20);
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> slider.positionProperty().get() == 20);
    }

    @Test
    void levelsStayWithinTheLayers(FxRobot robot) {
        robot.interact(() -> slider.setLevel(99));
        assertThat(slider.getLevel()).isEqualTo(30);
        robot.interact(() -> slider.layersProperty().set(12));
        assertThat(slider.getLevel()).isEqualTo(12);
    }
}
