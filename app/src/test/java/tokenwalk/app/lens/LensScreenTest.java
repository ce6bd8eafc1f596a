package tokenwalk.app.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
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
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.LiveApp;
import tokenwalk.app.controls.BarList;
import tokenwalk.app.controls.LensCell;
import tokenwalk.app.controls.LensGrid;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.labels.TokenPicker;
import tokenwalk.app.lens.view.LensSources;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;

/** The lens on the real model, against the runtime and the float32 reference. */
@ExtendWith(ApplicationExtension.class)
class LensScreenTest {
    /** The bundled model is stored in 8 bits; the reference is not. */
    private static final double QUANTISED = 0.06;

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
        app.act(() -> app.shared().navigation().open(ScreenId.LENS));
        awaitFilled();
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void awaitFilled() {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> app.get(this::isFilled));
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        app.settle();
    }

    private boolean isFilled() {
        int columns = grid().tokensProperty().get().size();
        for (int position = 0; position < columns; position++) {
            if (grid().cellsProperty().get().at(0, position) == null) {
                return false;
            }
        }
        return columns > 0;
    }

    @Test
    void cellsAgreeWithTheReference() {
        List<Reference> reference = reference();
        assertThat(reference).hasSize(31 * 12);
        int sameToken = 0;
        for (Reference expected : reference) {
            LensCell cell = cell(expected.level, expected.position);
            Token token = app.model().token(expected.id);
            if (cell.token().equals(TokenLabels.of(token))) {
                sameToken++;
                assertThat(cell.probability())
                        .as("level %d, position %d", expected.level, expected.position)
                        .isCloseTo(expected.probability, within(QUANTISED));
            }
        }
        assertThat(sameToken).isGreaterThan(360);
    }

    @Test
    void theChosenCellListsItsTen() {
        choose(28, 11);
        assertThat(text("#lens-cell")).isEqualTo("Level 28 ·");
        LensReading expected = read(28, 11, 0);
        BarList ten = robot.lookup("#lens-ten").query();
        assertThat(ten.getRows()).hasSize(10);
        for (int i = 0; i < 10; i++) {
            Candidate candidate = expected.best().get(i);
            assertThat(ten.getRows().get(i).token())
                    .isEqualTo(TokenLabels.of(app.model().token(candidate.id())));
            // One vector alone is added up in another order than together with many.
            assertThat(ten.getRows().get(i).share()).isCloseTo(candidate.probability(), within(1e-5));
        }
        assertThat(ten.getRows().getFirst().token().text()).isEqualTo(" capital");
        assertThat(Percent.of(ten.getRows().getFirst().share())).isEqualTo("74.6 %");
        app.picture("lens-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("lens-dark");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("lens-large");
    }

    @Test
    void aFollowedTokenShowsItsRankAndHowItChanged() {
        choose(28, 11);
        assertThat(picker().shownText()).isEqualTo("␣Paris");
        assertThat(words("#lens-path"))
                .contains("Level 27", "7", "Level 28", "2", "↑5", "6.1 %", "Level 30", "1", "97.6 %");
        assertThat(text("#lens-story"))
                .isEqualTo("Number 1 only at the last level; below level 24 not even among the first 1,000.");
        assertThat(grid().ranksProperty().get().at(0)).isEqualTo(4316);
        int berlin = app.model().tokenizer().encode(" Berlin").getFirst().id();
        robot.clickOn("#lens-follow");
        app.settle();
        app.act(() -> this.<TextField>popUp("#token-search").setText("␣berlin"));
        assertThat(this.<ListView<Token>>popUp("#token-list")
                        .getItems()
                        .getFirst()
                        .text())
                .isEqualTo(" Berlin");
        robot.type(KeyCode.ENTER);
        app.settle();
        assertThat(picker().shownText()).isEqualTo("␣Berlin");
        for (int level : new int[] {0, 15, 30}) {
            assertThat(grid().ranksProperty().get().at(level))
                    .isEqualTo(read(level, 11, berlin).followed().rank());
        }
        robot.clickOn("#lens-follow-prediction");
        app.settle();
        assertThat(picker().shownText()).isEqualTo("␣Paris");
    }

    @Test
    void aCellTellsWhereItsNumberComesFrom() {
        String formula = String.join(
                "\n",
                LensSources.of(Objects.requireNonNull(app.shared().session().reading()), 28, 11, read(28, 11, 0))
                        .formula());
        assertThat(formula).contains("unembedding[␣capital]", "over 576 numbers", "= 74.6 %");
    }

    @Test
    void keysAndClicksMoveTheChosenCell() {
        robot.clickOn("#lens-grid");
        int level = app.shared().session().levelProperty().get();
        int position = app.shared().session().positionProperty().get();
        robot.type(KeyCode.DOWN).type(KeyCode.LEFT);
        app.settle();
        assertThat(app.shared().session().levelProperty().get()).isEqualTo(level - 1);
        assertThat(app.shared().session().positionProperty().get()).isEqualTo(position - 1);
        robot.clickOn("#lens-go");
        app.settle();
        assertThat(app.shared().navigation().screenProperty().get()).isEqualTo(ScreenId.ATTENTION);
    }

    @Test
    void aNewTokenAddsOneColumnAndALongTextScrolls() {
        LensCell before = cell(20, 3);
        app.act(() -> app.shared().walkthrough().generation().step());
        awaitFilled();
        assertThat(grid().tokensProperty().get()).hasSize(13);
        assertThat(cell(20, 3)).isEqualTo(before);
        app.act(() -> app.shared().session().showText("The cat sat on the mat and looked at the moon. ".repeat(3)));
        app.picture("lens-filling");
        robot.clickOn("#lens-stop");
        app.settle();
        assertThat(text("#lens-stop")).isEqualTo("Go on");
        robot.clickOn("#lens-stop");
        awaitFilled();
        app.picture("lens-long");
    }

    @Test
    void theWholeGridIsReadInBearableTime() {
        app.act(() ->
                app.shared().session().choose(app.shared().session().sentences().get(2)));
        awaitFilled();
        app.act(() ->
                app.shared().session().choose(app.shared().session().sentences().getFirst()));
        awaitFilled();
        Trace trace = trace();
        long start = System.nanoTime();
        for (int position = 0; position < trace.length(); position++) {
            int at = position;
            app.model()
                    .lens()
                    .read(
                            IntStream.range(0, trace.shape().levels())
                                    .mapToObj(level -> trace.residual(level, at))
                                    .toList(),
                            10,
                            0);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("lens grid of %d × %d: %.2f s%n", trace.shape().levels(), trace.length(), seconds);
        assertThat(seconds).isLessThan(20);
    }

    private record Reference(int level, int position, int id, double probability) {}

    private static List<Reference> reference() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LensScreenTest.class.getResourceAsStream("/golden/capital-lens.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(" "))
                    .map(words -> new Reference(
                            Integer.parseInt(words[0]),
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            Double.parseDouble(words[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void choose(int level, int position) {
        app.act(() -> {
            app.shared().session().levelProperty().set(level);
            app.shared().session().positionProperty().set(position);
        });
    }

    private Trace trace() {
        return Objects.requireNonNull(app.shared().session().reading()).trace();
    }

    private LensReading read(int level, int position, int followed) {
        return app.model()
                .lens()
                .read(List.of(trace().residual(level, position)), 10, followed)
                .getFirst();
    }

    private LensGrid grid() {
        return robot.lookup("#lens-grid").query();
    }

    private LensCell cell(int level, int position) {
        return Objects.requireNonNull(app.get(() -> grid().cellsProperty().get().at(level, position)));
    }

    private TokenPicker picker() {
        return robot.lookup("#lens-follow").query();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private List<String> words(String query) {
        return robot.from(robot.lookup(query)).lookup(".label").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private <T> T popUp(String query) {
        return (T) robot.listWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(query))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
