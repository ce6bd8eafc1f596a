package tokenwalk.app.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.sampler.model.Fold.Fate;
import tokenwalk.app.sampler.model.Line;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.Draw;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** The screen «Softmax and sampler» on the real model, against the runtime. */
@ExtendWith(ApplicationExtension.class)
class SamplerScreenTest {
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
        app.act(() -> app.shared().navigation().open(ScreenId.SAMPLER));
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void policy(double temperature, int topK, double topP) {
        app.act(() -> generation().policyProperty().set(new SamplingPolicy(temperature, topK, topP)));
    }

    @Test
    void everyRowTellsEveryStageOfItsToken() {
        policy(1.5, 40, 0.9);
        Distribution distribution = distribution();
        assertThat(distribution.kept()).isEqualTo(6);
        for (int rank = 0; rank < 15; rank++) {
            boolean kept = rank < 6;
            assertThat(numbers(rank))
                    .as("rank " + rank)
                    .containsExactly(
                            String.format("%.2f", distribution.logits().logit(rank)),
                            String.format("%.2f", distribution.logits().logit(rank) / 1.5),
                            Percent.of(distribution.softmax(rank)),
                            Percent.of(distribution.afterTopK(rank)),
                            kept ? "✓" : "cut",
                            kept ? Percent.of(distribution.probability(rank)) : "–",
                            "–");
        }
        assertThat(numbers(0)).containsExactly("18.01", "12.01", "74.3 %", "82.2 %", "✓", "90.8 %", "–");
    }

    @Test
    void theOthersAreFoldedAndOpen() {
        policy(1.5, 40, 0.9);
        assertThat(line(15)).containsExactly("▸ 25 more inside top-k, cut by top-p", "4.2 %");
        assertThat(line(16)).containsExactly("▸ 49,112 cut by top-k", "9.6 %");
        robot.clickOn(cell(15));
        app.settle();
        assertThat(stages().getItems()).hasSize(15 + 1 + 25 + 1);
        assertThat(stages().getItems().get(16)).isEqualTo(new Line.OfToken(15));
        policy(1, 0, 1);
        assertThat(line(15)).containsExactly("▸ 49,137 more tokens", Percent.of(tail(15)));
    }

    private double tail(int from) {
        double sum = 0;
        for (int rank = from; rank < distribution().size(); rank++) {
            sum += distribution().softmax(rank);
        }
        return sum;
    }

    @Test
    void theNucleusEntropyAndWhatIsCutAwayAreTold() {
        policy(1.5, 40, 0.9);
        assertThat(text("#nucleus-note")).isEqualTo("top-p 0.90 is reached at token 6: the nucleus");
        double unfiltered = Distribution.of(distribution().logits(), new SamplingPolicy(1.5, 0, 1))
                .entropy();
        assertThat(text("#entropy"))
                .isEqualTo(String.format(
                        "entropy %.2f → %.2f bits", unfiltered, distribution().entropy()));
        double kept = 0;
        for (int rank = 0; rank < distribution().kept(); rank++) {
            kept += distribution().softmax(rank);
        }
        assertThat(text("#cut-away")).isEqualTo("cut away " + Percent.of(1 - kept));
        policy(0, 0, 1);
        assertThat(numbers(0).get(2)).isEqualTo("100.0 %");
        assertThat(text("#column-SCALED")).isEqualTo("T = 0");
    }

    @Test
    void aThousandDrawsAreCountedAndComparedAndTheLastIsAPointOnTheLine() {
        policy(1.5, 40, 0.9);
        robot.clickOn("#sample-1000");
        app.settle();
        assertThat(text("#draws")).isEqualTo("1,000 draws");
        Draw last = Objects.requireNonNull(generation().lastDrawProperty().get());
        assertThat(text("#point")).isEqualTo(String.format("%.4f", last.point()));
        assertThat(robot.lookup("#drawn").<TokenText>query().getText())
                .isEqualTo(app.model().token(last.tokenId()).text());
        assertThat(text("#draw-seed")).isEqualTo("seed 42 →");
        List<String> shares = texts("#draw-rows", ".drawn-share");
        List<String> expected = texts("#draw-rows", ".expected-share");
        int sum = 0;
        for (int rank = 0; rank < 6; rank++) {
            int id = distribution().logits().tokenId(rank);
            int count = generation().tallyProperty().get().count(id);
            sum += count;
            double probability = distribution().probability(rank);
            assertThat(numbers(rank).getLast()).isEqualTo(Integer.toString(count));
            assertThat(shares.get(rank)).isEqualTo(Percent.of(count / 1000.0));
            assertThat(expected.get(rank)).isEqualTo(Percent.of(probability));
            assertThat(count / 1000.0)
                    .isCloseTo(probability, within(3 * Math.sqrt(probability * (1 - probability) / 1000)));
        }
        assertThat(sum).isEqualTo(1000);
        app.picture("sampler-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("sampler-dark");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("sampler-large-dark");
    }

    @Test
    void theWalkthroughAndThisScreenShareOnePolicyAndItsDraws() {
        app.act(() -> robot.lookup("#temperature").<Slider>query().setValue(1.5));
        robot.clickOn("#sample");
        app.settle();
        app.act(() -> app.shared().navigation().open(ScreenId.ATTENTION));
        assertThat(robot.lookup("#temperature").<Slider>query().getValue()).isEqualTo(1.5);
        assertThat(robot.lookup("#last-draw").<TokenText>query().getText())
                .isEqualTo(app.model()
                        .token(Objects.requireNonNull(
                                        generation().lastDrawProperty().get())
                                .tokenId())
                        .text());
        // Between two places of the slider: the policy stays what it was set to.
        policy(1.5, 35, 1);
        assertThat(generation().policyProperty().get().topK()).isEqualTo(35);
    }

    @Test
    void pointingAtARowPointsAtItsTokenEverywhere() {
        policy(1.5, 40, 0.9);
        robot.moveTo(cell(1));
        app.settle();
        assertThat(text("#added-up"))
                .isEqualTo("␣capital  " + Percent.of(distribution().afterTopK(0)) + " → "
                        + Percent.of(
                                distribution().afterTopK(0) + distribution().afterTopK(1)));
        assertThat(robot.lookup(".drawn-row:linked").queryAll()).hasSize(1);
        assertThat(robot.lookup(".line-cell:linked").queryAll()).hasSize(1);
        app.picture("sampler-pointed");
    }

    @Test
    void aLessCertainSentenceIsSuggestedWhereOneTokenHasItAll() {
        assertThat(robot.lookup("#less-certain").query().isVisible()).isTrue();
        robot.clickOn("#less-certain");
        app.settle();
        assertThat(app.shared().session().promptProperty().get()).isEqualTo("The cat sat on the");
        assertThat(robot.lookup("#less-certain").query().isVisible()).isFalse();
        assertThat(text("#sampler-after")).isEqualTo("after ␣the");
        policy(1, 0, 0.9);
        robot.clickOn("#sample-100");
        app.settle();
        app.picture("sampler-cat");
        policy(1, 0, 1);
        app.picture("sampler-no-filter");
        app.act(() -> {
            Pane root = (Pane) app.scene().getRoot();
            root.setPrefSize(1920, 1080);
            app.scene().setRoot(new Pane(root));
        });
        app.act(() -> app.shared().appearance().scaleTo(16.0 / 14));
        app.picture("sampler-1920");
    }

    @Test
    void aCellSaysWhereItsNumberComesFrom() {
        policy(1.5, 40, 0.9);
        robot.clickOn(cell(1));
        app.settle();
        String formula = robot.listWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(".provenance-formula"))
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .findFirst()
                .orElseThrow();
        assertThat(formula).contains(Percent.of(distribution().softmax(1)));
    }

    @Test
    void resetClosesTheFoldsAndPointsAtNothing() {
        SamplerModel model = app.get(() -> new SamplerModel(app.shared().session(), generation()));
        app.act(() -> {
            model.toggle(Fate.KEPT);
            model.pointedProperty().set(3);
        });
        assertThat(model.linesProperty().get()).hasSizeGreaterThan(16);
        app.act(model::reset);
        assertThat(model.linesProperty().get()).hasSize(16);
        assertThat(model.pointedProperty().get()).isEqualTo(SamplerModel.NONE);
    }

    private ListView<Line> stages() {
        return robot.lookup("#stages").query();
    }

    private Node cell(int index) {
        return robot.lookup(".line-cell").queryAll().stream()
                .filter(node -> node.isVisible() && ((IndexedCell<?>) node).getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    /** What stands in a token's columns, from the logit on. */
    private List<String> numbers(int index) {
        return cell(index).lookupAll(".number").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private List<String> line(int index) {
        return cell(index).lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private List<String> texts(String inside, String query) {
        return robot.from(robot.lookup(inside)).lookup(query).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private GenerationModel generation() {
        return app.shared().walkthrough().generation();
    }

    private Distribution distribution() {
        return Objects.requireNonNull(generation().distributionProperty().get());
    }
}
