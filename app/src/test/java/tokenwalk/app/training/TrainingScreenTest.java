package tokenwalk.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
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
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;
import tokenwalk.app.training.model.Guess;

/** The training view on the real model, against the reference's losses. */
@ExtendWith(ApplicationExtension.class)
class TrainingScreenTest {
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
        app.act(() -> app.shared().navigation().open(ScreenId.TRAINING));
    }

    @AfterEach
    void close() {
        app.close();
    }

    private static List<Double> referenceLosses() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(TrainingScreenTest.class.getResourceAsStream("/golden/smollm2-capital.json"))) {
            String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Matcher losses = Pattern.compile("\"loss\":\\s*\\[([^]]*)]").matcher(json);
            assertThat(losses.find()).isTrue();
            return Arrays.stream(losses.group(1).split(","))
                    .map(number -> Double.valueOf(number.strip()))
                    .toList();
        }
    }

    @Test
    void lossesAreThoseOfTheReference() throws IOException {
        List<Double> reference = referenceLosses();
        List<Guess> guesses = guesses();
        assertThat(guesses).hasSameSizeAs(reference);
        for (int i = 0; i < reference.size(); i++) {
            assertThat(guesses.get(i).loss()).as("loss %d", i).isCloseTo(reference.get(i), within(0.02));
            assertThat(guesses.get(i).target())
                    .isEqualTo(app.model().encodePrompt(prompt()).get(i + 1));
        }
        double mean =
                reference.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(Double.parseDouble(text("#mean-loss").replace(" nats", ""))).isCloseTo(mean, within(0.01));
        double shown = Double.parseDouble(text("#perplexity"));
        assertThat(Math.log(shown)).isCloseTo(mean, within(0.01));
        assertThat(text("#guess-count")).isEqualTo("11");
        pictures();
    }

    private void pictures() {
        app.picture("training-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("training-dark");
        app.act(() -> {
            app.shared().appearance().themeProperty().set(Theme.LIGHT);
            app.shared().appearance().scaleTo(1.5);
        });
        app.picture("training-large");
        app.act(() -> app.shared().appearance().resetText());
    }

    @Test
    void theGradientOfTheChosenGuessIsProbabilityMinusOne() throws IOException {
        robot.clickOn("#guesses");
        app.act(() -> list().getSelectionModel().select(2));
        app.settle();
        assertThat(app.shared().session().positionProperty().get()).isEqualTo(2);
        double probability = Math.exp(-referenceLosses().get(2));
        List<String> numbers = app.get(() -> robot.lookup("#gradient .gradient-number").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
        assertThat(numbers).hasSize(10);
        double target = Double.parseDouble(numbers.getLast().replace('−', '-'));
        assertThat(target).isCloseTo(probability - 1, within(0.002));
        assertThat(numbers.subList(0, 9)).allMatch(number -> number.startsWith("+"));
        assertThat(text("#gradient-sum"))
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "All %,d entries add up to 0.000000.",
                        app.model().shape().vocabulary()));
        robot.clickOn("#gradient-where-from");
        app.settle();
        assertThat(robot.lookup(".provenance-source").queryAllAs(Label.class))
                .anyMatch(source -> source.getText().contains("gradient[target] -= 1"));
    }

    @Test
    void theSentencesTokenIsChosenEverywhere() {
        robot.clickOn("#training-chips").type(KeyCode.HOME);
        app.settle();
        assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
        app.act(() -> app.shared().session().positionProperty().set(4));
        assertThat(list().getSelectionModel().getSelectedIndex()).isEqualTo(4);
        app.act(() -> app.shared().navigation().open(ScreenId.ATTENTION));
        assertThat(app.shared().session().positionProperty().get()).isEqualTo(4);
    }

    @Test
    void aLongTextIsReadInPiecesAndCanBeBrokenOff() throws TimeoutException {
        String pasted = IntStream.range(0, 300)
                .mapToObj(i -> "Line " + i + " of a long story.")
                .reduce("", (text, line) -> text + line + "\n");
        paste(pasted);
        waitFor(() -> guesses().size() > 64 && app.get(() -> chips().getTokens().size()) > 1000);
        app.picture("training-long");
        robot.clickOn("#training-cancel");
        app.settle();
        int reached = guesses().size();
        assertThat(text("#guess-count")).contains(" of ");
        assertThat(reached).isLessThan(2000);
        app.settle();
        assertThat(guesses()).hasSize(reached);
        robot.clickOn("#training-sentence");
        app.settle();
        assertThat(guesses()).hasSize(11);
    }

    @Test
    void aPastedTextCostsWhatTheSentenceDoes() throws IOException {
        paste(prompt());
        app.settle();
        app.settle();
        List<Double> reference = referenceLosses();
        for (int i = 0; i < reference.size(); i++) {
            assertThat(guesses().get(i).loss()).isCloseTo(reference.get(i), within(0.02));
        }
        paste("a");
        app.settle();
        assertThat(text("#training-problem")).startsWith("! One token has nothing to guess.");
    }

    private String prompt() {
        return app.shared().session().promptProperty().get();
    }

    private void paste(String text) {
        robot.clickOn("#training-paste");
        app.act(() -> robot.lookup("#paste-area").<TextArea>query().setText(text));
        robot.clickOn("#paste-show");
    }

    private static void waitFor(java.util.concurrent.Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    private TokenChipRow chips() {
        return robot.lookup("#training-chips").query();
    }

    private ListView<Guess> list() {
        return robot.lookup("#guesses").query();
    }

    private List<Guess> guesses() {
        return app.get(() -> List.copyOf(list().getItems()));
    }

    private String text(String id) {
        return app.get(() -> ((Label) robot.lookup(id).<Node>query()).getText());
    }
}
