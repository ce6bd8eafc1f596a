package tokenwalk.app.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
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
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.generation.ContributionReader;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Contributions;
import tokenwalk.runtime.transformer.FrozenUnembedding;

/** The neurons of a layer and what they push, on the real model. */
@ExtendWith(ApplicationExtension.class)
class MlpScreenTest {
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
        app.act(() -> app.shared().navigation().open(ScreenId.MLP));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theStripShowsEveryNeuronOfTheChosenToken() {
        assertThat(strip().size()).isEqualTo(app.model().shape().innerWidth());
        assertSameAsRuntime(16, 11);
        assertThat(text("#neurons-title")).isEqualTo("1,536 neurons of layer 16 for ␣is 12");
    }

    @Test
    void anotherTokenAndLayerShowOtherNeurons() {
        robot.clickOn("#station-chips").type(KeyCode.HOME).type(KeyCode.RIGHT);
        app.settle();
        assertSameAsRuntime(16, 1);
        app.act(() -> app.shared().session().layerProperty().set(29));
        assertSameAsRuntime(29, 1);
    }

    @Test
    void theStrongestNeuronComesFirstAndIsChosen() {
        Numbers numbers = strip();
        int strongest = IntStream.range(0, numbers.size())
                .reduce((a, b) -> Math.abs(numbers.at(b)) > Math.abs(numbers.at(a)) ? b : a)
                .orElseThrow();
        assertThat(texts("#strongest-neurons", ".neuron-number")).first().isEqualTo(Integer.toString(strongest));
        assertThat(text("#neuron-title")).isEqualTo("Neuron " + strongest);
        robot.clickOn(all("#strongest-neurons", ".part-row").get(1));
        app.settle();
        assertThat(text("#neuron-title"))
                .isEqualTo("Neuron "
                        + texts("#strongest-neurons", ".neuron-number").get(1));
    }

    @Test
    void thePushedTokensAreThoseTheNeuronsColumnMovesMost() {
        app.act(() -> app.shared().session().layerProperty().set(28));
        int neuron =
                Integer.parseInt(texts("#strongest-neurons", ".neuron-number").getFirst());
        Contributions parts = parts(11);
        FrozenUnembedding unembedding = app.model().transformer().unembedding().frozenAt(parts.last());
        Vector column = app.model().transformer().neuronColumn(28, neuron);
        float activation = parts.neurons().get(28).at(neuron);
        double[] changes = IntStream.range(0, app.model().shape().vocabulary())
                .mapToDouble(token -> activation * column.dot(unembedding.direction(token)))
                .toArray();
        int best = IntStream.range(0, changes.length)
                .reduce((a, b) -> changes[b] > changes[a] ? b : a)
                .orElseThrow();
        assertThat(tokens("#pushed-up").getFirst())
                .isEqualTo(app.model().token(best).text());
        assertThat(numbers("#pushed-up").getFirst()).isCloseTo(changes[best], within(0.01));
        assertThat(numbers("#pushed-up")).hasSize(8).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(numbers("#pushed-down")).hasSize(8).isSorted();
        assertThat(numbers("#pushed-down").getFirst()).isNegative();
    }

    @Test
    void aLongTextStillOpens() {
        app.act(() -> app.shared().session().showText("The capital of France is Paris. ".repeat(73)));
        assertThat(reading().trace().length()).isGreaterThan(500);
        assertThat(text("#neurons-title")).contains("neurons of layer 16 for");
        assertThat(tokens("#pushed-up")).hasSize(8);
    }

    @Test
    void pictures() {
        app.picture("mlp-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("mlp-dark");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("mlp-large");
    }

    private void assertSameAsRuntime(int layer, int position) {
        Vector neurons = parts(position).neurons().get(layer);
        for (int i = 0; i < neurons.size(); i++) {
            assertThat(strip().at(i)).isCloseTo(neurons.at(i), within(2e-3));
        }
    }

    private Contributions parts(int position) {
        return new ContributionReader(app.model()).read(reading().trace().tokens(), position);
    }

    private Numbers strip() {
        return robot.lookup("#neuron-strip")
                .<HeatStrip>query()
                .numbersProperty()
                .get();
    }

    private List<String> tokens(String list) {
        return all(list, ".token-text").stream()
                .filter(node -> node.getParent().getParent().getParent().isVisible())
                .map(node -> ((TokenText) node).getText())
                .toList();
    }

    private List<Double> numbers(String list) {
        return texts(list, ".part-change").stream()
                .map(text -> Double.parseDouble(text.replace('−', '-')))
                .toList();
    }

    private List<String> texts(String list, String style) {
        return all(list, style).stream().map(node -> ((Labeled) node).getText()).toList();
    }

    private List<Node> all(String list, String style) {
        return List.copyOf(robot.from(robot.lookup(list)).lookup(style).queryAll());
    }

    private Reading reading() {
        return Objects.requireNonNull(app.get(() -> app.shared().session().reading()));
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }
}
