package tokenwalk.app.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
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
import tokenwalk.app.controls.BarList;
import tokenwalk.app.controls.BarRow;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.LevelSlider;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.view.ScatterCanvas;
import tokenwalk.lessons.Sentence;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.trace.Trace;

/** The whole walkthrough on the real model: what is done with mouse and keys, and what is on screen then. */
@ExtendWith(ApplicationExtension.class)
class WalkthroughTest {
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

    @Test
    void theFirstSentenceIsOnAllPanels() {
        assertThat(chips().getTokens()).hasSize(12);
        assertThat(chipTexts()).startsWith("The", " capital", " of").endsWith(" France", " is");
        assertThat(chips().getSelectedIndex()).isEqualTo(11);
        assertThat(text("#counter")).isEqualTo("0 / 10");
        assertThat(candidates().getFirst().token().text()).isEqualTo(" Paris");
        assertThat(percents("#candidates")).hasSize(10).startsWith("97.6 %");
        assertThat(nearest()).hasSize(10);
        assertThat(nearest().getFirst().token().text()).isEqualTo(" is");
        assertThat(generated()).startsWith("The capital of Germany is Berlin. The capital of France is");
        assertThat(value("#layer")).isEqualTo(16);
        assertThat(value("#head")).isEqualTo(4);
    }

    @Test
    void theChosenTokenLooksAtFranceByEightySixPercent() {
        assertThat(attention().at(10)).isCloseTo(0.86, within(0.005));
        assertThat(IntStream.range(0, 12).mapToDouble(attention()::at).sum()).isCloseTo(1, within(1e-5));
    }

    @Test
    void theTwoCapitalsStandTogetherAtFirstAndApartAtTheEnd() {
        DriftPicture picture = picture();
        assertThat(distance(picture, 0)).isZero();
        assertThat(distance(picture, 30)).isGreaterThan(0.02);
        assertThat(picture.firstShare()).isCloseTo(0.27, within(0.005));
        assertThat(picture.secondShare()).isCloseTo(0.12, within(0.005));
        assertThat(plot().levelProperty().get()).isZero();
    }

    private static double distance(DriftPicture picture, int level) {
        var first = picture.spot(level, 1);
        var second = picture.spot(level, 8);
        return Math.hypot(first.x() - second.x(), first.y() - second.y());
    }

    @Test
    void theSliderMovesTheDotsAndTheHighlightedToken() {
        robot.clickOn("#level").type(KeyCode.END);
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        app.settle();
        assertThat(slider().getLevel()).isEqualTo(28);
        assertThat(plot().levelProperty().get()).isEqualTo(28);
        assertThat(nearest().getFirst().token().text()).isEqualTo(" capital");
        assertThat(percents("#nearest").getFirst()).isEqualTo("74.6 %");
        assertThat(flow("#followed")).contains("␣Paris is number 2 here", "of 49,152 · one level before: 7");
        robot.type(KeyCode.HOME);
        app.settle();
        assertThat(flow("#followed")).contains("number 4,316 here");
    }

    @Test
    void anotherChipDrivesThePanels() {
        robot.clickOn(chipNode(3));
        app.settle();
        assertThat(chips().getSelectedIndex()).isEqualTo(3);
        assertThat(nearest().getFirst().token().text()).isNotEqualTo(" is");
        assertThat(attention().at(11)).isZero();
        robot.type(KeyCode.RIGHT);
        app.settle();
        assertThat(chips().getSelectedIndex()).isEqualTo(4);
    }

    @Test
    void queryKeyAndValueOpenOnOneScale() {
        robot.clickOn("#vectors");
        app.settle();
        Trace trace = Objects.requireNonNull(app.shared().session().reading()).trace();
        HeatStrip query = robot.lookup("#query-strip").query();
        HeatStrip key = robot.lookup("#key-strip").query();
        HeatStrip value = robot.lookup("#value-strip").query();
        assertThat(query.numbersProperty().get().size()).isEqualTo(64);
        assertThat(query.numbersProperty().get().at(7))
                .isEqualTo(trace.query(16, 4, 11).at(7));
        assertThat(key.numbersProperty().get().at(63))
                .isEqualTo(trace.key(16, 4, 11).at(63));
        assertThat(value.numbersProperty().get().at(0))
                .isEqualTo(trace.value(16, 4, 11).at(0));
        assertThat(query.scaleProperty().get())
                .isEqualTo(key.scaleProperty().get())
                .isEqualTo(value.scaleProperty().get());
        assertThat(text("#vectors")).isEqualTo("Hide Q / K / V Vectors");
    }

    @Test
    void anotherLayerAndHeadShadeTheChipsAnew() {
        double before = attention().at(10);
        app.act(() -> robot.lookup("#layer").<ComboBox<Integer>>query().setValue(17));
        app.act(() -> robot.lookup("#head").<ComboBox<Integer>>query().setValue(5));
        assertThat(attention().at(5)).isCloseTo(0.70, within(0.01));
        assertThat(attention().at(10)).isNotEqualTo(before);
    }

    @Test
    void stepAppendsTheBestTokenAndRedrawsEverything() {
        robot.clickOn("#step");
        app.settle();
        assertThat(text("#counter")).isEqualTo("1 / 10");
        assertThat(run("best-run")).contains(" Paris");
        assertThat(chips().getTokens()).hasSize(13);
        assertThat(chips().getSelectedIndex()).isEqualTo(12);
        assertThat(candidates().getFirst().token().text()).isEqualTo(".");
        assertThat(picture().tokenCount()).isEqualTo(13);
        robot.clickOn("#back");
        app.settle();
        assertThat(text("#counter")).isEqualTo("0 / 10");
        assertThat(candidates().getFirst().token().text()).isEqualTo(" Paris");
    }

    @Test
    void generatingDoesNotMoveTheDotsThatWereThere() {
        DriftPicture before = picture();
        robot.clickOn("#step");
        app.settle();
        DriftPicture after = picture();
        assertThat(after.sharesAxesWith(before)).isTrue();
        assertThat(after.spot(20, 4)).isEqualTo(before.spot(20, 4));
    }

    @Test
    void choosingASentenceStartsAfresh() {
        robot.clickOn("#step");
        app.settle();
        Sentence chosen = app.shared().session().sentences().get(2);
        app.act(() -> robot.lookup("#sentence").<ComboBox<Sentence>>query().setValue(chosen));
        assertThat(text("#counter")).isEqualTo("0 / 10");
        assertThat(chipTexts()).startsWith("When", " Mary");
        assertThat(value("#layer")).isEqualTo(chosen.layer());
        assertThat(value("#head")).isEqualTo(chosen.head());
        assertThat(candidates().getFirst().token().text()).isEqualTo(" Mary");
    }

    @Test
    void aTextOfOnesOwnIsShown() {
        robot.clickOn("#own-text");
        app.settle();
        app.act(() -> area("#own-text-area").setText("Hello, wörld 👋"));
        app.act(() -> button("#own-text-show").fire());
        assertThat(String.join("", chipTexts())).startsWith("Hello, w");
        assertThat(generated()).startsWith("Hello, wörld 👋");
        assertThat(app.get(() -> app.shared().session().sentenceProperty().get()))
                .isNull();
    }

    private TextInputControl area(String query) {
        return popUp(query, TextArea.class);
    }

    private Button button(String query) {
        return popUp(query, Button.class);
    }

    private <T extends Node> T popUp(String query, Class<T> type) {
        return robot.listWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(query))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTextThatIsTooLongIsRefusedInOneLineAndNothingIsLost() {
        app.act(() -> app.shared().session().showText("word ".repeat(9000)));
        assertThat(text("#problem")).startsWith("! The prompt has 9,0").endsWith("Shorten it.");
        assertThat(chips().getTokens()).hasSize(12);
    }

    @Test
    void aThousandDrawsMatchTheBars() {
        app.act(() ->
                app.shared().session().choose(app.shared().session().sentences().get(1)));
        robot.clickOn("#sample-1000");
        app.settle();
        Distribution distribution = Objects.requireNonNull(
                app.shared().walkthrough().generation().distributionProperty().get());
        List<BarRow> rows = candidates();
        for (int rank = 0; rank < rows.size(); rank++) {
            double expected = distribution.probability(rank);
            double standardError = Math.sqrt(expected * (1 - expected) / 1000);
            assertThat(rows.get(rank).drawn().orElseThrow())
                    .as(rows.get(rank).token().plain())
                    .isCloseTo(expected, within(3 * standardError));
        }
        assertThat(robot.lookup("#candidates")
                        .<BarList>query()
                        .drawsHeadingProperty()
                        .get())
                .isEqualTo("1,000 draws");
        assertThat(text("#counter")).isEqualTo("0 / 10");
        assertThat(run("sampled-run")).isNotEmpty();
    }

    @Test
    void onlyOneDrawIsMadeBySample() {
        robot.clickOn("#sample");
        app.settle();
        assertThat(app.shared().walkthrough().generation().tallyProperty().get().total())
                .isEqualTo(1);
        assertThat(chips().getTokens()).hasSize(12);
    }

    @Test
    void movingThePolicyRedrawsTheBarsWithoutRunningTheModel() {
        Object reading = app.shared().session().reading();
        app.act(() -> robot.lookup("#temperature").<Slider>query().setValue(2));
        assertThat(percents("#candidates").getFirst()).isNotEqualTo("97.6 %");
        app.act(() -> robot.lookup("#top-k").<Slider>query().setValue(2));
        assertThat(candidates().stream().filter(row -> !row.cut())).hasSize(3);
        app.act(() -> robot.lookup("#temperature").<Slider>query().setValue(0));
        assertThat(candidates().getFirst().share()).isEqualTo(1);
        assertThat(app.shared().walkthrough().generation().policyProperty().get())
                .isEqualTo(new SamplingPolicy(0, 3, 1));
        assertThat(app.shared().session().reading()).isSameAs(reading);
    }

    @Test
    void drawnTokensAreAppendedInTheirOwnColour() {
        robot.clickOn("Draw");
        app.act(() -> app.shared().walkthrough().generation().policyProperty().set(new SamplingPolicy(2, 0, 1)));
        robot.clickOn("#step");
        app.settle();
        assertThat(run("drawn-run")).isPresent();
        assertThat(run("best-run")).isEmpty();
        assertThat(text("#counter")).isEqualTo("1 / 10");
    }

    @Test
    void aChatEndsWithItsEndOfTextToken() {
        app.act(() ->
                app.shared().session().choose(app.shared().session().sentences().getLast()));
        while (app.get(() -> !robot.lookup("#step").query().isDisabled())) {
            robot.clickOn("#step");
            app.settle();
        }
        assertThat(text("#stop")).isEqualTo("Stopped: the model chose the end-of-text token <|im_end|>.");
        assertThat(text("#counter")).isEqualTo("8 / 10");
        assertThat(generated()).contains("The capital of France is Paris.");
    }

    @Test
    void playRunsToTheMaximumAndSaysSo() throws TimeoutException {
        app.act(() -> app.shared().walkthrough().generation().maximumProperty().set(3));
        robot.clickOn("#play");
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> app.get(() ->
                        app.shared().walkthrough().generation().generated().size() == 3));
        app.settle();
        assertThat(text("#counter")).isEqualTo("3 / 3");
        assertThat(text("#stop")).isEqualTo("Stopped: the maximum of 3 new tokens is reached.");
        robot.clickOn("#reset");
        app.settle();
        assertThat(text("#counter")).isEqualTo("0 / 3");
    }

    @Test
    void everythingWorksByKeys() {
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        app.settle();
        assertThat(text("#counter")).isEqualTo("1 / 10");
        robot.press(KeyCode.CONTROL).type(KeyCode.BACK_SPACE).release(KeyCode.CONTROL);
        app.settle();
        assertThat(text("#counter")).isEqualTo("0 / 10");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT, KeyCode.CONTROL);
        app.settle();
        assertThat(run("sampled-run")).isPresent();
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        app.settle();
        assertThat(slider().getLevel()).isEqualTo(1);
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        app.settle();
        assertThat(text("#vectors")).startsWith("Hide");
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        assertThat(app.shared().appearance().textScaleProperty().get()).isGreaterThan(1);
    }

    private TokenChipRow chips() {
        return robot.lookup("#chips").query();
    }

    private Node chipNode(int number) {
        return robot.lookup(".token-chip").queryAll().stream()
                .filter(Node::isVisible)
                .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
                .toList()
                .get(number);
    }

    private List<String> chipTexts() {
        return chips().getTokens().stream().map(chip -> chip.token().text()).toList();
    }

    private List<BarRow> candidates() {
        return robot.lookup("#candidates").<BarList>query().getRows();
    }

    private List<BarRow> nearest() {
        return robot.lookup("#nearest").<BarList>query().getRows();
    }

    private List<String> percents(String list) {
        return robot.from(robot.lookup(list)).lookup(".bar-percent").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private ScatterCanvas plot() {
        return robot.lookup("#plot").query();
    }

    private DriftPicture picture() {
        return Objects.requireNonNull(plot().pictureProperty().get());
    }

    private Numbers attention() {
        return Objects.requireNonNull(chips().attentionProperty().get());
    }

    private LevelSlider slider() {
        return robot.lookup("#level").query();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private Integer value(String query) {
        return robot.lookup(query).<ComboBox<Integer>>query().getValue();
    }

    private String flow(String query) {
        return app.get(() -> robot.lookup(query).<TextFlow>query().getChildren().stream()
                .map(Text.class::cast)
                .map(Text::getText)
                .reduce("", String::concat));
    }

    private String generated() {
        return flow("#generated");
    }

    private Optional<String> run(String style) {
        return app.get(() -> robot.lookup("#generated").<TextFlow>query().getChildren().stream()
                .filter(run -> run.getStyleClass().contains(style))
                .map(run -> ((Text) run).getText())
                .findFirst());
    }
}
