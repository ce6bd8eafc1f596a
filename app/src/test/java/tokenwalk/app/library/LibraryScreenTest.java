package tokenwalk.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.LiveApp;
import tokenwalk.app.TestModel;
import tokenwalk.app.controls.BarList;
import tokenwalk.app.controls.LensGrid;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.model.BundledModelFile;

/** Opening, fetching and comparing models in the window. */
@ExtendWith(ApplicationExtension.class)
class LibraryScreenTest {
    private final FakeShelf shelf = new FakeShelf();
    private LiveApp app;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage, shelf);
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
    void theModelsNameOpensTheLibrary() {
        assertThat(words("#model")).isEqualTo("SmolLM2-135M-Instruct ▾");
        robot.clickOn("#model");
        app.settle();
        assertThat(words("#screen-title")).isEqualTo("Models");
        assertThat(words("#model-bundled .model-mark")).isEqualTo("● open");
        assertThat(allWords("#model-bundled .model-figure .number")).contains("30", "576", "49,152");
        assertThat(disabled("#model-bundled .model-open")).isTrue();
        picture("library");
    }

    @Test
    void aDownloadIsFollowedCancelledRepeatedOpenedAndRemoved() throws TimeoutException {
        go(ScreenId.MODELS);
        shelf.waitInTheMiddle();
        click("#model-gpt2 .model-download");
        await(() -> words("#model-gpt2 .model-telling").contains("274 MB of 548 MB"));
        assertThat(words("#model-gpt2 .model-telling")).contains("4 MB a second", "69 seconds left");
        app.picture("library-download");
        click("#model-gpt2 .model-cancel");
        await(() -> has("#model-gpt2 .model-download"));

        shelf.inTheMiddle(() -> {});
        click("#model-gpt2 .model-download");
        await(() -> has("#model-gpt2 .model-open"));
        click("#model-gpt2 .model-open");
        app.settle();
        assertThat(words("#model")).isEqualTo("tiny-gpt2 ▾");
        assertThat(words("#model-gpt2 .model-mark")).isEqualTo("● open");
        assertThat(disabled("#model-gpt2 .model-remove")).isTrue();

        click("#model-bundled .model-open");
        app.settle();
        click("#model-gpt2 .model-remove");
        assertThat(words("#model-gpt2 .model-telling")).startsWith("Its files will be deleted");
        app.picture("library-remove");
        click("#model-gpt2 .model-remove-now");
        await(() -> has("#model-gpt2 .model-download"));
    }

    @Test
    void whatCannotBeOpenedIsToldAndTheOldModelStays() {
        Reading before = app.get(() -> app.shared().session().reading());
        app.act(() -> {
            app.shared().navigation().open(ScreenId.MODELS);
            app.shared().library().open(TestModel.golden("tokenization.json"));
        });
        assertThat(words("#library-message")).startsWith("! ").contains("tokenization.json");
        assertThat(words("#opening")).startsWith("! not opened");
        assertThat(app.get(() -> app.shared().session().reading())).isSameAs(before);
        app.picture("library-failed");
    }

    @Test
    void everyScreenFollowsAnotherModelAndBack() throws Throwable {
        for (ScreenId id : ScreenId.values()) {
            go(id);
        }
        app.act(() -> app.shared().library().open(TestModel.golden("tiny-llama-hf")));
        assertThat(reading().model()).isNotSameAs(TestModel.model());
        assertThat(app.get(() -> app.shared().session().promptProperty().get()))
                .isEqualTo(app.get(
                        () -> app.shared().session().sentences().getFirst().text()));
        for (ScreenId id : ScreenId.values()) {
            go(id);
        }
        app.act(() -> app.shared().library().open(BundledModelFile.path()));
        assertThat(reading().model()).isSameAs(TestModel.model());
        for (ScreenId id : ScreenId.values()) {
            go(id);
        }
        // What fails on the FX thread reaches the test here.
        WaitForAsyncUtils.checkException();
    }

    @Test
    void twoModelsStandBesideEachOtherAndGoAgain() throws TimeoutException {
        go(ScreenId.MODELS);
        app.act(() -> app.shared().library().compare(FakeShelf.place()));
        go(ScreenId.TOKENS);
        assertThat(allWords(".compared-name")).containsExactly("SmolLM2-135M-Instruct", "tiny-gpt2");
        assertThat(allWords(".compared-count"))
                .containsExactly(counted(reading(), "49,152"), counted(second(), "50,257"));
        assertThat(app.get(() -> robot.lookup("#spelling").<ListView<?>>queryAll().stream()
                        .map(list -> list.getItems().size())
                        .toList()))
                .hasSize(2);
        picture("tokens-compared");

        go(ScreenId.LENS);
        await(() -> robot.lookup("#lens-grid").<LensGrid>queryAll().stream()
                .allMatch(grid -> grid.cellsProperty().get().at(0, 0) != null));
        assertThat(app.get(() -> robot.lookup("#lens-grid").<LensGrid>queryAll().stream()
                        .map(grid -> grid.lastLevelProperty().get())
                        .toList()))
                .containsExactly(30, 12);
        app.settle();
        picture("lens-compared");

        go(ScreenId.ATTENTION);
        robot.clickOn("#step");
        await(() -> secondNow().generated().size() == 1);
        robot.clickOn("#sample-1000");
        app.settle();
        List<BarList> bars =
                app.get(() -> List.copyOf(robot.lookup("#candidates").<BarList>queryAll()));
        assertThat(bars)
                .hasSize(2)
                .allSatisfy(list -> assertThat(
                                app.get(() -> list.drawsHeadingProperty().get()))
                        .isEqualTo("1,000 draws"));
        picture("generation-compared");

        click(".close-comparison");
        app.settle();
        assertThat(has(".compared-name")).isFalse();
        assertThat(app.get(() -> robot.lookup("#candidates").queryAll().size())).isEqualTo(1);
    }

    private static String counted(Reading reading, String vocabulary) {
        return reading.trace().length() + " tokens · vocabulary " + vocabulary;
    }

    private Reading reading() {
        return app.get(() -> Objects.requireNonNull(app.shared().session().reading()));
    }

    private Reading second() {
        return app.get(this::secondNow);
    }

    /** To be asked on the FX thread. */
    private Reading secondNow() {
        return Objects.requireNonNull(
                app.shared().library().comparison().session().reading());
    }

    private void go(ScreenId id) {
        app.act(() -> app.shared().navigation().open(id));
    }

    private void click(String query) {
        robot.interact(() -> robot.lookup(query).<Button>query().fire());
    }

    private void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> app.get(() -> {
                    try {
                        return condition.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private boolean has(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(Node::isVisible);
    }

    private boolean disabled(String query) {
        return app.get(() -> robot.lookup(query).query().isDisabled());
    }

    private String words(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private List<String> allWords(String query) {
        return app.get(() -> robot.lookup(query).<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .toList());
    }

    private void picture(String name) {
        app.picture(name);
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture(name + "-dark");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.LIGHT));
    }
}
