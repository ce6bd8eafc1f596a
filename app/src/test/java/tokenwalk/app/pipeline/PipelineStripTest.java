package tokenwalk.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Stylesheets;

@ExtendWith(ApplicationExtension.class)
class PipelineStripTest {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final Appearance appearance = new Appearance();
    private PipelineStrip strip;

    @Start
    void start(javafx.stage.Stage stage) {
        strip = new PipelineStrip(appearance);
        Scene scene = new Scene(strip, 900, 80);
        Stylesheets.install(scene, appearance);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aStageWaitsUntilItHasADetail(FxRobot robot) {
        assertThat(strip.lookup("#stage-logits:waiting")).isNotNull();
        robot.interact(() -> strip.detail(Stage.LOGITS).set("49,152"));
        assertThat(strip.lookup("#stage-logits:waiting")).isNull();
    }

    @Test
    void theBlocksAreCounted(FxRobot robot) {
        robot.interact(() -> strip.layersProperty().set(30));
        assertThat(((Label) strip.lookup("#stage-blocks").lookup(".stage-name")).getText())
                .isEqualTo("Blocks × 30");
    }

    @Test
    void aClickDoesSomethingOnlyWhereThereIsAHandler(FxRobot robot) {
        AtomicInteger opened = new AtomicInteger();
        robot.clickOn(strip.lookup("#stage-logits"));
        robot.interact(() -> strip.setHandler(Stage.LOGITS, opened::incrementAndGet));
        robot.clickOn(strip.lookup("#stage-logits"));
        assertThat(opened).hasValue(1);
        assertThat(strip.lookup("#stage-text").isFocusTraversable()).isFalse();
    }

    @Test
    void littleRoomLeavesTheNames(FxRobot robot) {
        assertThat(strip.lookup("#stage-logits").lookup(".stage-detail").isVisible())
                .isFalse();
        robot.interact(() -> appearance.scaleTo(0.75));
        assertThat(strip.lookup("#stage-logits").lookup(".stage-detail").isVisible())
                .isEqualTo(900 >= 86 * 10.5);
    }

    @Test
    void stagesLightInOrder(FxRobot robot) throws TimeoutException {
        List<Stage> lit = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Node button = strip.lookup(
                    "#stage-" + stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.getPseudoClassStates().addListener((SetChangeListener<PseudoClass>) change -> {
                if (change.wasAdded() && LIT.equals(change.getElementAdded())) {
                    lit.add(stage);
                }
            });
        }
        robot.interact(strip::light);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> lit.size() == Stage.values().length);
        assertThat(lit).containsExactly(Stage.values());
    }
}
