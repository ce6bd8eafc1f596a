package tokenwalk.app.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.AttentionSteps;
import tokenwalk.runtime.trace.Trace;

/** All heads of a layer and the steps of one, on the real model. */
@ExtendWith(ApplicationExtension.class)
class HeadsAndStepsTest {
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
        robot.clickOn("#heads-and-steps");
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theyStandInThePlaceOfThePanelsAndGoAway() {
        assertThat(robot.lookup("#heads-pane").query().isVisible()).isTrue();
        assertThat(text("#heads-and-steps")).isEqualTo("Hide Heads and Steps");
        robot.clickOn("#heads-and-steps");
        app.settle();
        assertThat(robot.lookup("#heads-pane").query().isVisible()).isFalse();
        assertThat(robot.lookup("#plot").query().isVisible()).isTrue();
    }

    @Test
    void eachStepHasTheRuntimesNumbers() {
        AttentionSteps steps = trace().attentionSteps(16, 4, 11);
        assertThat(texts(".step-product")).isEqualTo(words(steps.products(), 2)).hasSize(12);
        assertThat(texts(".step-scaled")).isEqualTo(words(steps.scaled(), 3));
        assertThat(texts(".step-weight"))
                .isEqualTo(IntStream.range(0, 12)
                        .mapToObj(i -> Percent.of(steps.weights().at(i)))
                        .toList());
        Numbers sum =
                robot.lookup("#steps-sum").<HeatStrip>query().numbersProperty().get();
        assertThat(sum.size()).isEqualTo(64);
        assertThat(sum.at(5)).isEqualTo(steps.mixed().at(5));
        assertThat(text("#steps-title")).isEqualTo("Layer 16, head 4, for ␣is 12");
    }

    @Test
    void laterTokensAreMasked() {
        robot.clickOn("#chips").type(KeyCode.HOME).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        app.settle();
        assertThat(texts(".step-mask").subList(0, 3)).containsOnly("seen");
        assertThat(texts(".step-mask").subList(3, 12)).containsOnly("later: −∞");
    }

    @Test
    void aThumbnailChoosesItsHead() {
        assertThat(robot.lookup(".head-thumbnail").queryAll()).hasSize(9);
        assertThat(robot.lookup(".head-group").queryAll()).hasSize(3);
        robot.clickOn("#head-7");
        app.settle();
        assertThat(robot.lookup("#head").<ComboBox<Integer>>query().getValue()).isEqualTo(7);
        assertThat(text("#steps-title")).startsWith("Layer 16, head 7");
    }

    @Test
    void theFirstTokenCanBeLeftOutOfTheShading() {
        Vector weights = trace().attention(16, 4, 11);
        app.act(() -> robot.lookup("#without-first").<CheckBox>query().fire());
        Numbers shading = attention();
        assertThat(shading.at(0)).isNaN();
        assertThat(shading.at(10)).isCloseTo(weights.at(10) / (1 - weights.at(0)), within(1e-6));
        assertThat(IntStream.range(1, 12).mapToDouble(shading::at).sum()).isCloseTo(1, within(1e-5));
        app.picture("heads-without-first");
        app.act(() -> robot.lookup("#without-first").<CheckBox>query().fire());
        assertThat(attention().at(0)).isEqualTo(weights.at(0));
    }

    @Test
    void whatTheFirstTokenGetsIsSaidInNumbers() {
        Trace trace = trace();
        double share = IntStream.range(0, 30 * 9)
                .mapToDouble(i -> trace.attention(i / 9, i % 9, 11).at(0))
                .average()
                .orElseThrow();
        assertThat(text("#first-token")).contains("270 heads", Percent.of(share));
    }

    @Test
    void aLongTextStillOpens() {
        app.act(() -> app.shared().session().showText("The capital of France is Paris. ".repeat(73)));
        assertThat(robot.lookup("#steps").<ListView<Integer>>query().getItems().size())
                .isEqualTo(trace().length());
        assertThat(robot.lookup(".head-thumbnail").queryAll()).hasSize(9);
        app.picture("heads-long");
    }

    @Test
    void pictures() {
        app.picture("heads-light");
        app.act(() ->
                app.shared().walkthrough().attention().showVectorsProperty().set(true));
        app.picture("heads-vectors");
        app.act(() ->
                app.shared().walkthrough().attention().showVectorsProperty().set(false));
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("heads-dark");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("heads-large");
    }

    private static List<String> words(Vector numbers, int places) {
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> SignedNumber.of(numbers.at(i), places))
                .toList();
    }

    private List<String> texts(String style) {
        return app.get(() -> robot.lookup("#steps").query().lookupAll(style).stream()
                .filter(node -> node.getScene() != null
                        && node.getParent().getParent().getParent().isVisible())
                .sorted((a, b) -> Double.compare(top(a), top(b)))
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static double top(javafx.scene.Node node) {
        return node.localToScene(0, 0).getY();
    }

    private Numbers attention() {
        return Objects.requireNonNull(
                robot.lookup("#chips").<TokenChipRow>query().attentionProperty().get());
    }

    private Trace trace() {
        return Objects.requireNonNull(app.get(() -> app.shared().session().reading()))
                .trace();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }
}
