package tokenwalk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.navigation.ScreenId;

/** Each screen, with a model of each family and format, taken over from another one while the app runs. */
@ExtendWith(ApplicationExtension.class)
class EveryModelTest {
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\b(NaN|Infinity|null)\\b|%[,.0-9]*[dsf]");

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private LiveApp app;

    @Start
    void start(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> thrown.add(failure));
        app = new LiveApp(stage, TestModel.golden("tiny-gpt2"));
    }

    @BeforeEach
    void settle() {
        app.settle();
    }

    @AfterEach
    void close() {
        app.act(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny-gpt2",
                "tiny-llama-hf",
                "tiny-qwen2-hf",
                "tiny-llama-quantised/tl256.Q4_K_M.gguf",
            })
    void everyScreenOpensAndShowsNumbers(String model) {
        everyScreen("with the model before");
        app.act(() -> app.shared().session().open(TestModel.golden(model)));
        everyScreen(model);
        app.act(() -> app.shared().walkthrough().generation().step());
        everyScreen(model + ", a token more");
    }

    private void everyScreen(String when) {
        int explanations = 0;
        for (ScreenId id : ScreenId.values()) {
            app.act(() -> app.shared().navigation().open(id));
            assertReadable(
                    id + " " + when, app.get(() -> ScreenTexts.below(app.scene().getRoot())));
            List<Button> whereFrom = app.get(() -> app.scene().getRoot().lookupAll(".button").stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> "Where from?".equals(button.getText()))
                    .filter(EveryModelTest::canBeSeen)
                    .toList());
            for (Button button : whereFrom) {
                // Closed before it is drawn: the headless screen cannot draw what reaches past its edge.
                List<String> told = app.get(() -> {
                    button.fire();
                    return ScreenTexts.ofPopOvers();
                });
                explanations += told.isEmpty() ? 0 : 1;
                assertReadable(id + " " + button.getId() + " " + when, told);
            }
        }
        assertThat(explanations).as("numbers that tell where they are from").isGreaterThan(15);
    }

    private static boolean canBeSeen(Node node) {
        return node == null || node.isVisible() && canBeSeen(node.getParent());
    }

    private void assertReadable(String where, List<String> texts) {
        assertThat(thrown).as(where).isEmpty();
        assertThat(texts).as(where).noneMatch(text -> NOT_A_NUMBER.matcher(text).find());
    }
}
