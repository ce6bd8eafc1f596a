package tokenwalk.app.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
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
import tokenwalk.app.controls.LevelCurves;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.view.ScatterCanvas;
import tokenwalk.app.labels.TokenPicker;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.Unembedding;

/** The drift screen on the real model, against the runtime. */
@ExtendWith(ApplicationExtension.class)
class DriftScreenTest {
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
        app.act(() -> app.shared().navigation().open(ScreenId.DRIFT));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void curvesAreThoseOfTheRuntime() {
        app.act(() -> app.shared().session().levelProperty().set(28));
        for (int token : new int[] {0, 5, 11}) {
            for (int level : new int[] {1, 16, 30}) {
                Vector now = trace().residual(level, token);
                assertThat(curve("#norm-curves", token).at(level)).isEqualTo(now.norm());
                assertThat(curve("#before-curves", token).at(level))
                        .isEqualTo(now.cosine(trace().residual(level - 1, token)));
                assertThat(curve("#last-curves", token).at(level)).isEqualTo(now.cosine(trace().residual(30, token)));
            }
        }
        assertThat(curve("#norm-curves", 0).at(20)).isGreaterThan(22_000);
        assertThat(text("#drift-kept")).contains("of the 10 nearest", "over 372 dots", "The chosen dot:");
        app.picture("drift-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        robot.clickOn("Subtract mean");
        app.settle();
        app.picture("drift-mean-dark");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("drift-large");
    }

    @Test
    void twoWordsDrawTheCosineWithTheirRows() {
        app.act(() -> app.shared().session().levelProperty().set(30));
        robot.clickOn("Two words");
        app.settle();
        TokenPicker first = robot.lookup("#drift-first-word").query();
        assertThat(first.shownText()).isEqualTo("␣Paris");
        assertThat(picture().horizontal()).isEqualTo("cosine with ␣Paris");
        Unembedding unembedding = app.model().transformer().unembedding();
        Vector residual = trace().residual(30, 11);
        Vector normed = unembedding
                .normed(Matrix.of(1, residual.size(), residual.toArray()))
                .row(0);
        int paris = app.model().tokenizer().encode(" Paris").getFirst().id();
        assertThat(picture().spot(30, 11).x()).isCloseTo(normed.cosine(unembedding.row(paris)), within(1e-6));
        assertThat(picture().spot(30, 11).x())
                .as("the last dot heads for its answer")
                .isGreaterThan(picture().spot(15, 11).x());
        app.picture("drift-words");
    }

    @Test
    void neighboursAreDrawnWhileTheModelStaysFree() throws TimeoutException {
        long start = System.nanoTime();
        robot.clickOn("t-SNE");
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> app.get(() -> picture().horizontal().startsWith("t-SNE")));
        System.out.printf("t-SNE on screen after %.2f s%n", (System.nanoTime() - start) / 1e9);
        app.settle();
        assertThat(text("#drift-note")).contains("mean nothing");
        assertThat(picture().tokenCount()).isEqualTo(12);
        app.act(() -> app.shared().session().levelProperty().set(12));
        app.picture("drift-tsne");
    }

    @Test
    void aLongTextStillOpens() {
        app.act(() -> app.shared().session().showText("The cat sat on the mat and looked at the moon. ".repeat(10)));
        assertThat(picture().tokenCount()).isEqualTo(trace().length());
        app.picture("drift-long");
        robot.clickOn("Raw");
        app.settle();
        app.picture("drift-raw");
    }

    private Trace trace() {
        return Objects.requireNonNull(app.shared().session().reading()).trace();
    }

    private DriftPicture picture() {
        return Objects.requireNonNull(robot.lookup("#drift-plot")
                .<ScatterCanvas>query()
                .pictureProperty()
                .get());
    }

    private Numbers curve(String query, int token) {
        List<Numbers> curves =
                robot.lookup(query).<LevelCurves>query().curvesProperty().get();
        return curves.get(token);
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }
}
