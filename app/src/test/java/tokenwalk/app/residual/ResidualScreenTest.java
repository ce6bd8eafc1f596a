package tokenwalk.app.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
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
import tokenwalk.app.controls.StreamBar;
import tokenwalk.app.controls.StreamChart;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.tensor.Vector;

/** The residual stream taken apart, on the real model. */
@ExtendWith(ApplicationExtension.class)
class ResidualScreenTest {
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
        app.act(() -> app.shared().navigation().open(ScreenId.RESIDUAL));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void thePartsOfTheBestTokenAddUpToItsLogit() {
        assertThat(robot.lookup("#scored-token").<TokenText>query().getText()).isEqualTo(" Paris");
        assertThat(bars()).hasSize(1 + 2 * reading().trace().shape().layers());
        double logit = reading().logits().logit(0);
        double sum = bars().stream().mapToDouble(StreamBar::change).sum();
        assertThat(sum).isCloseTo(logit, within(0.05));
        assertThat(number("#parts-sum")).isCloseTo(sum, within(1e-4));
        assertThat(number("#parts-logit")).isCloseTo(logit, within(1e-4));
        assertThat(number("#parts-difference")).isLessThan(0.05);
        assertThat(number("#embedding-sum") + number("#attention-sum") + number("#mlp-sum"))
                .isCloseTo(logit, within(0.05));
    }

    @Test
    void theLengthsAreThoseOfTheStreamsSteps() {
        Vector first = reading().trace().residual(0, 11);
        assertThat(bars().getFirst().length()).isCloseTo(first.norm(), within(1e-2));
        assertThat(bars().get(2).layer()).isZero();
        assertThat(bars().getLast().name()).isEqualTo("layer 29 · MLP");
    }

    @Test
    void everyTokenAndAnyNextTokenAddUp() {
        robot.clickOn("#station-chips").type(KeyCode.HOME);
        app.settle();
        assertThat(number("#parts-difference")).isLessThan(0.05);
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        app.settle();
        assertThat(app.get(() -> app.shared().session().positionProperty().get()))
                .isEqualTo(3);
        app.act(() -> typed().setText("Berlin"));
        app.act(() -> typed().getOnAction().handle(null));
        assertThat(robot.lookup("#scored-token").<TokenText>query().getText()).isEqualTo(" Berlin");
        Vector last = reading().trace().residual(reading().trace().shape().layers(), 3);
        int berlin = app.model()
                .tokenizer()
                .vocabulary()
                .find(" Berlin")
                .orElseThrow()
                .id();
        double logit = app.model().transformer().unembedding().logits(last).at(berlin);
        assertThat(number("#parts-sum")).isCloseTo(logit, within(0.05));
        app.act(() -> typed().setText("Donaudampfschiff"));
        app.act(() -> typed().getOnAction().handle(null));
        assertThat(text("#scored-problem")).isEqualTo("No single token is written «Donaudampfschiff».");
        assertThat(robot.lookup("#scored-token").<TokenText>query().getText()).isEqualTo(" Berlin");
    }

    @Test
    void aStrongPartOpensItsScreenAtItsLayer() {
        Button strongest =
                robot.from(robot.lookup("#strongest-parts")).lookup(".part-row").query();
        robot.clickOn(strongest);
        app.settle();
        StreamBar bar = bars().get(chart().selectedProperty().get());
        assertThat(Math.abs(bar.change()))
                .isEqualTo(bars().stream()
                        .mapToDouble(each -> Math.abs(each.change()))
                        .max()
                        .orElseThrow());
        assertThat(text("#chosen-part")).startsWith("Layer " + bar.layer());
        robot.clickOn("#open-part");
        app.settle();
        assertThat(app.shared().session().layerProperty().get()).isEqualTo(bar.layer());
        assertThat(text("#screen-title")).isIn("MLP", "Self-Attention");
    }

    @Test
    void theSumTellsWhereItComesFrom() {
        robot.clickOn("#sum-where");
        app.settle();
        assertThat(popUpTexts()).anyMatch(line -> line.contains("logit = Σ part · direction"));
        assertThat(popUpTexts()).anyMatch(line -> line.contains("Vector direction(int token)"));
    }

    @Test
    void blocksOffersItsInside() {
        robot.clickOn("#stage-blocks");
        app.settle();
        assertThat(text("#screen-title")).isEqualTo("Self-Attention");
        assertThat(robot.listWindows().stream()
                        .filter(window -> window.getScene().getRoot().lookup("#block-mlp") != null))
                .hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void theInsideOfABlockLeadsToItsScreens() {
        robot.clickOn("#block-mlp");
        app.settle();
        assertThat(text("#screen-title")).isEqualTo("MLP");
        robot.clickOn("#block-attention");
        app.settle();
        assertThat(text("#screen-title")).isEqualTo("Self-Attention");
    }

    @Test
    void aLongTextStillOpens() {
        app.act(() -> app.shared().session().showText("The capital of France is Paris. ".repeat(73)));
        assertThat(reading().trace().length()).isGreaterThan(500);
        assertThat(number("#parts-difference")).isLessThan(0.05);
    }

    @Test
    void pictures() {
        robot.clickOn("#stream-chart");
        app.settle();
        app.picture("residual-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("residual-dark");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("residual-large");
    }

    private List<String> popUpTexts() {
        return app.get(() -> robot.listWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".provenance .label").stream())
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private TextField typed() {
        return robot.lookup("#scored-typed").query();
    }

    private Reading reading() {
        return Objects.requireNonNull(app.get(() -> app.shared().session().reading()));
    }

    private StreamChart chart() {
        return robot.lookup("#stream-chart").query();
    }

    private List<StreamBar> bars() {
        return chart().getBars();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private double number(String query) {
        return Double.parseDouble(text(query).replace('−', '-'));
    }
}
