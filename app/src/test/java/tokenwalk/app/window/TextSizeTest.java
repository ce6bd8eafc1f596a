package tokenwalk.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;

/** Text follows the size the user asks for, up and down, wherever they have been before. */
@ExtendWith(ApplicationExtension.class)
class TextSizeTest {
    private LiveApp app;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void textGrowsAndShrinksAgainOnEveryScreen(FxRobot robot) {
        app.settle();
        followsTheScale(robot);
        app.act(() -> app.shared().navigation().open(ScreenId.LOGITS));
        followsTheScale(robot);
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.act(() -> app.shared().navigation().open(ScreenId.ATTENTION));
        followsTheScale(robot);
    }

    private void followsTheScale(FxRobot robot) {
        for (double scale : new double[] {1.5, 1, 2, 1.25, 1}) {
            app.act(() -> app.shared().appearance().scaleTo(scale));
            app.settle();
            assertThat(size(robot, "#model")).isEqualTo(14 * scale);
            assertThat(size(robot, ".app-name")).isEqualTo(16 * scale);
            assertThat(size(robot, "#screen-title")).isEqualTo(20 * scale);
            assertThat(robot.lookup("#model")
                            .query()
                            .getParent()
                            .getBoundsInLocal()
                            .getHeight())
                    .isCloseTo(40 * scale, within(1.0));
        }
    }

    /** In whole pixels: em are written with three places. */
    private double size(FxRobot robot, String query) {
        return Math.round(app.get(() ->
                                robot.lookup(query).<Labeled>query().getFont().getSize())
                        * 10)
                / 10.0;
    }
}
