package tokenwalk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.lessons.Sentence;

/** Nothing that the walkthrough does keeps the window from answering. */
@ExtendWith(ApplicationExtension.class)
class FxThreadTest {
    /** Far above what is printed, a few tens at most: two test programs share the processor's caches, and now and then one stretch is long. */
    private static final double FREEZE_MILLIS = 200;

    private LiveApp app;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
        app.shared().appearance().reducedMotionProperty().set(false);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void noWorkOnTheFxThreadTakesLongDuringTheWalkthrough(FxRobot robot) {
        app.settle();
        // Once before: what a fresh JVM loads and compiles at the first use of a control is not the walkthrough's work.
        List<FxThreadWatch.Stretch> cold = walk(robot);
        List<FxThreadWatch.Stretch> warm = walk(robot);
        System.out.println("FX thread, longest stretches: first walk " + cold + ", second walk " + warm);
        assertThat(warm).allSatisfy(stretch -> assertThat(stretch.millis()).isLessThan(FREEZE_MILLIS));
        assertThat(cold).allSatisfy(stretch -> assertThat(stretch.millis()).isLessThan(2 * FREEZE_MILLIS));
    }

    private List<FxThreadWatch.Stretch> walk(FxRobot robot) {
        FxThreadWatch watch = new FxThreadWatch();
        try (watch) {
            watch.during("slider");
            robot.clickOn("#level").type(KeyCode.END);
            app.settle();
            for (int i = 0; i < 10; i++) {
                robot.type(KeyCode.LEFT);
            }
            app.settle();
            watch.during("vectors");
            robot.clickOn("#vectors");
            app.settle();
            watch.during("head");
            app.act(() -> robot.lookup("#head").<ComboBox<Integer>>query().setValue(5));
            watch.during("step");
            robot.clickOn("#step");
            app.settle();
            robot.clickOn("#step");
            app.settle();
            watch.during("draws");
            robot.clickOn("#sample-1000");
            app.settle();
            watch.during("temperature");
            for (double temperature = 0.5; temperature < 2; temperature += 0.1) {
                double now = temperature;
                app.act(() -> robot.lookup("#temperature").<Slider>query().setValue(now));
            }
            watch.during("sentence");
            for (Sentence sentence : app.shared().session().sentences()) {
                app.act(() -> app.shared().session().choose(sentence));
            }
            watch.during("back to the beginning");
            app.act(() -> app.shared().walkthrough().reset());
        }
        return watch.longest(8);
    }
}
