package tokenwalk.app.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
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
import tokenwalk.app.cost.model.StepCost;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;

/** The costs on the real model. */
@ExtendWith(ApplicationExtension.class)
class CostScreenTest {
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
        app.act(() -> app.shared().navigation().open(ScreenId.COST));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theSharesAreThoseOfTheFile() {
        StepCost cost = StepCost.of(app.model().transformer(), 12);
        // 49,152 rows of 576 numbers, in blocks of 32 numbers.
        assertThat(cost.stage(StepCost.Part.UNEMBEDDING).weights().numbers()).isEqualTo(49_152L * 576 + 576);
        assertThat(cost.bytes()).isLessThan(app.model().facts().byteSize());
        double share = cost.share(StepCost.Part.UNEMBEDDING);
        assertThat(text("#share-unembedding")).isEqualTo(String.format("%.1f %%", share * 100));
        assertThat(text("#bytes-total")).endsWith("MB");
        assertThat(text("#time-attention")).endsWith("ms");
        assertThat(text("#time-total")).endsWith("ms");
    }

    @Test
    void bothWaysGiveTheSameTokens() throws TimeoutException {
        robot.clickOn("#measure-cache");
        app.settle();
        assertThat(app.get(() -> robot.lookup("#measure-cache").<Button>query().isDisabled()))
                .isTrue();
        WaitForAsyncUtils.waitFor(
                240,
                TimeUnit.SECONDS,
                () -> !app.get(
                        () -> robot.lookup("#measure-cache").<Button>query().isDisabled()));
        app.settle();
        assertThat(text("#same-tokens")).startsWith("✓ 48 of 48 tokens are the same both ways. At 59 tokens: ");
        assertThat(text("#written-tokens")).startsWith("Both wrote:  Paris.");
        System.out.println(text("#same-tokens"));
        System.out.println(text("#why-output-costs-more"));
        app.picture("cost-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("cost-dark");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("cost-large-dark");
    }

    @Test
    void theComparisonCanBeBrokenOff() {
        robot.clickOn("#measure-cache");
        app.settle();
        robot.clickOn("#cancel-cache");
        app.settle();
        assertThat(app.get(() -> robot.lookup("#measure-cache").<Button>query().isDisabled()))
                .isFalse();
    }

    @Test
    void aLargeModelIsBoundByMemory() {
        assertThat(text("#typed-unembedding")).isEqualTo("2.10 GB");
        assertThat(text("#typed-verdict"))
                .startsWith("Bytes ÷ bandwidth = 65.5 ms;")
                .contains("bound by memory bandwidth: 15.3 tokens a second");
        app.act(() -> field("#typed-bandwidth").setText("4,000"));
        assertThat(text("#typed-verdict")).startsWith("Bytes ÷ bandwidth = 32.7 ms;");
        app.act(() -> field("#typed-layers").setText(""));
        assertThat(text("#typed-verdict")).isEqualTo("Type a number above 0 in every field.");
    }

    @Test
    void thePriceIsTheSumOfBothSides() {
        assertThat(text("#price-total")).isEqualTo("0.010500");
        app.act(() -> field("#price-output-tokens").setText("1,000,000"));
        assertThat(text("#price-total")).isEqualTo("15.003000");
    }

    @Test
    void theStripTellsShapesOrTimes() {
        assertThat(detail("blocks")).isEqualTo("12 × 576");
        app.act(() -> app.shared().appearance().pipelineTimesProperty().set(true));
        assertThat(detail("blocks")).endsWith("ms");
        assertThat(detail("tokens")).endsWith("ms");
        assertThat(detail("unembedding")).endsWith("ms");
        assertThat(detail("softmax")).endsWith("ms");
        assertThat(detail("sampler")).isEqualTo("–");
        app.act(() -> app.shared().walkthrough().generation().step());
        assertThat(detail("sampler")).endsWith("ms");
        assertThat(detail("tokens")).isEqualTo("–");
        app.picture("pipeline-times");
        app.act(() -> app.shared().walkthrough().generation().back());
        assertThat(detail("blocks")).isEqualTo("in cache");
        app.act(() -> app.shared().appearance().pipelineTimesProperty().set(false));
        assertThat(detail("softmax")).startsWith("T = ");
    }

    private String detail(String stage) {
        return app.get(() -> ((Label) robot.lookup("#stage-" + stage).query().lookup(".stage-detail")).getText());
    }

    private TextField field(String id) {
        return robot.lookup(id).query();
    }

    private String text(String id) {
        return app.get(() -> robot.lookup(id).<Labeled>query().getText());
    }
}
