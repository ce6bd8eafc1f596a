package tokenwalk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.LevelSlider;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Theme;
import tokenwalk.lessons.Sentence;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.PositionTable;

/** The screens on a model of the GPT-2 family: learnt positions, layer norm, no gate, biases. */
@ExtendWith(ApplicationExtension.class)
class Gpt2WalkTest {
    private LiveApp app;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage, TestModel.golden("tiny-gpt2"));
    }

    @BeforeEach
    void settle(FxRobot robot) {
        this.robot = robot;
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void sliderPipelineAndChoicesHaveTheModelsSizes() {
        assertThat(robot.lookup("#level").<LevelSlider>query().layersProperty().get())
                .isEqualTo(12);
        assertThat(detail("tokens")).isEqualTo("12");
        assertThat(detail("embedding")).isEqualTo("12 × 48");
        assertThat(detail("blocks")).isEqualTo("12 × 48");
        assertThat(detail("unembedding")).isEqualTo("50,257 × 48");
        assertThat(detail("logits")).isEqualTo("50,257");
        assertThat(robot.lookup("#layer").<ComboBox<Integer>>query().getItems()).hasSize(12);
        assertThat(robot.lookup("#head").<ComboBox<Integer>>query().getItems()).hasSize(4);
        // The sentence speaks of layer 16, head 4 of the bundled model.
        assertThat(session().layerProperty().get()).isEqualTo(11);
        assertThat(session().headProperty().get()).isEqualTo(3);
    }

    @Test
    void sentencesInTheTokensOfAChatAreNotOffered() {
        List<Sentence> offered =
                robot.lookup("#sentence").<ComboBox<Sentence>>query().getItems();
        assertThat(offered).hasSize(session().sentences().size() - 1).noneMatch(Sentence::chat);
    }

    @Test
    void aPositionAddsItsRow() {
        open(ScreenId.EMBEDDING);
        assertThat(text("#added-position")).isEqualTo("+ row of position 12");
        app.act(() -> session().positionProperty().set(8));
        PositionTable table = (PositionTable) app.model().transformer().positions();
        Vector token = app.model()
                .transformer()
                .embedding()
                .row(trace().tokens().get(8).id());
        Vector sum = trace().residual(0, 8);
        assertThat(strip("#token-row-strip")).containsExactly(token.toArray());
        assertThat(strip("#position-row-strip")).containsExactly(table.row(8).toArray());
        assertThat(strip("#sum-strip")).containsExactly(sum.toArray());
        assertThat(text("#position-row-words")).contains("128 positions", "it is what the model began with");
        assertThat(text("#same-row")).contains("2 times", "the row of the position is added");
        int nearest = IntStream.range(0, 128)
                .filter(other -> other != 8)
                .boxed()
                .max((one, other) -> Double.compare(
                        table.row(8).cosine(table.row(one)), table.row(8).cosine(table.row(other))))
                .orElseThrow();
        assertThat(text("#nearest-positions")).startsWith("Nearest to position 9: " + (nearest + 1) + " (");
        assertThat(shown("#dials")).isFalse();
        assertThat(shown("#likeness-plot")).isTrue();
        pictures("gpt2-embedding");
    }

    @Test
    void thePartsOfTheStreamAddUpWithTheBias() {
        open(ScreenId.RESIDUAL);
        Reading reading = Objects.requireNonNull(session().reading());
        assertThat(number("#parts-logit")).isCloseTo(reading.logits().logit(0), within(1e-4));
        assertThat(number("#parts-difference")).isLessThan(1e-4);
        Vector row =
                app.model().transformer().unembedding().row(reading.logits().tokenId(0));
        double bias = app.model()
                .transformer()
                .unembedding()
                .frozenAt(trace().residual(12, 11))
                .bias()
                .dot(row);
        assertThat(number("#bias-sum")).isCloseTo(bias, within(0.005)).isNotZero();
        assertThat(text(".sum-table .label")).isEqualTo("embedding + position");
        assertThat(whereFrom("#sum-where")).anyMatch(line -> line.contains("var(last)"));
        pictures("gpt2-residual");
    }

    @Test
    void formulasAreThoseOfAnMlpWithoutGate() {
        open(ScreenId.MLP);
        Button first = app.get(() -> robot.lookup("Where from?").queryButton());
        app.act(first::fire);
        assertThat(app.get(ScreenTexts::ofPopOvers))
                .anyMatch(text -> text.contains("gelu(up row · x + bias)") && text.contains("tanh"))
                .anyMatch(text -> text.contains("transformer.PlainMlp:"));
        pictures("gpt2-mlp");
    }

    @Test
    void stepsTurnNothing() {
        app.act(() ->
                app.shared().walkthrough().attention().heads().shownProperty().set(true));
        assertThat(whereFrom("#steps-where")).noneMatch(line -> line.contains("turned"));
    }

    @Test
    void theVocabularyIsGpt2sWithOneSpecialToken() {
        open(ScreenId.TOKENS);
        assertThat(text("#vocabulary-count")).isEqualTo("50,257");
        assertThat(robot.lookup("#vocabulary").<ListView<Token>>query().getItems())
                .hasSize(50_257);
        assertThat(app.model().tokenizer().vocabulary().specials())
                .extracting(Token::text)
                .containsExactly("<|endoftext|>");
        pictures("gpt2-tokens");
    }

    @Test
    void theContextEndsAt128Tokens() {
        app.act(() -> session().showText(" a".repeat(126)));
        app.act(() -> app.shared().walkthrough().generation().step());
        app.act(() -> app.shared().walkthrough().generation().step());
        assertThat(trace().length()).isEqualTo(128);
        assertThat(app.get(() -> app.shared()
                        .walkthrough()
                        .generation()
                        .stopProperty()
                        .get()
                        .orElseThrow()
                        .sentence()))
                .isEqualTo("Stopped: the model's context of 128 tokens is full.");
        app.act(() -> session().showText(" a".repeat(129)));
        assertThat(session().problemProperty().get()).contains("129 tokens", "128");
        assertThat(trace().length()).isEqualTo(128);
    }

    private void open(ScreenId id) {
        app.act(() -> app.shared().navigation().open(id));
    }

    private SessionModel session() {
        return app.shared().session();
    }

    private Trace trace() {
        return Objects.requireNonNull(session().reading()).trace();
    }

    private List<String> whereFrom(String button) {
        app.act(() -> robot.lookup(button).queryButton().fire());
        return app.get(ScreenTexts::ofPopOvers);
    }

    private boolean shown(String query) {
        Node node = robot.lookup(query).query();
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    private float[] strip(String query) {
        HeatStrip strip = robot.lookup(query).query();
        float[] numbers = new float[strip.numbersProperty().get().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) strip.numbersProperty().get().at(i);
        }
        return numbers;
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private double number(String query) {
        return Double.parseDouble(text(query).replace('−', '-'));
    }

    private String detail(String stage) {
        Node button = robot.lookup("#stage-" + stage).query();
        return ((Labeled) button.lookup(".stage-detail")).getText();
    }

    private void pictures(String name) {
        app.picture(name + "-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture(name + "-dark");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.LIGHT));
    }
}
