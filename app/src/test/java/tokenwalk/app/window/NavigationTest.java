package tokenwalk.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.navigation.ScreenId;

/** The pipeline is the way through the app. */
@ExtendWith(ApplicationExtension.class)
class NavigationTest {
    private LiveApp app;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void open(FxRobot robot) {
        this.robot = robot;
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "text, Tokens",
        "tokens, Tokens",
        "embedding, Embedding and position",
        "blocks, Self-Attention",
        "final-vector, Logits",
        "unembedding, Logits",
        "logits, Logits",
        "softmax, Softmax and sampler",
        "probabilities, Softmax and sampler",
        "sampler, Softmax and sampler",
        "token, Cost"
    })
    void eachStageOpensItsScreen(String stage, String title) {
        robot.clickOn("#stage-" + stage);
        app.settle();
        assertThat(title()).isEqualTo(title);
    }

    @Test
    void theOpenStageIsMarked() {
        robot.clickOn("#stage-logits");
        app.settle();
        assertThat(isOpen("#stage-logits")).isTrue();
        assertThat(isOpen("#stage-blocks")).isFalse();
    }

    @Test
    void tabsOpenTheNeighboursOfAScreen() {
        robot.clickOn("#tab-mlp");
        app.settle();
        assertThat(title()).isEqualTo("MLP");
        robot.clickOn("#tab-residual");
        app.settle();
        assertThat(title()).isEqualTo("Residual stream");
        assertThat(isOpen("#stage-blocks")).isTrue();
    }

    @Test
    void keysGoThroughAllScreensAndStopAtTheEnds() {
        for (int i = 0; i < ScreenId.walk().size() + 2; i++) {
            robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        }
        for (ScreenId id : ScreenId.walk()) {
            app.settle();
            assertThat(title()).isEqualTo(id.title());
            robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        }
        app.settle();
        assertThat(title()).isEqualTo(ScreenId.COST.title());
    }

    @Test
    void stagesCarryTheShapesOfTheText() {
        assertThat(detail("tokens")).isEqualTo("12");
        assertThat(detail("blocks")).isEqualTo("12 × 576");
        assertThat(detail("unembedding")).isEqualTo("49,152 × 576");
        app.act(() -> app.shared().walkthrough().generation().step());
        assertThat(detail("blocks")).isEqualTo("13 × 576");
    }

    private String title() {
        return robot.lookup("#screen-title").<Labeled>query().getText();
    }

    private String detail(String stage) {
        Node button = robot.lookup("#stage-" + stage).query();
        return ((Labeled) button.lookup(".stage-detail")).getText();
    }

    private boolean isOpen(String query) {
        return robot.lookup(query).query().getPseudoClassStates().contains(PseudoClass.getPseudoClass("open"));
    }
}
