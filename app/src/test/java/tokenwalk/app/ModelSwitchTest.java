package tokenwalk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.controls.LevelSlider;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.prose.Prose;

/** Another model taking over while the app runs, and while a lesson is open. */
@ExtendWith(ApplicationExtension.class)
class ModelSwitchTest {
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
    void allIsDrawnAgainWithinTheNewModelsSizes() {
        app.act(() -> {
            session().levelProperty().set(12);
            session().headProperty().set(3);
        });
        change("tiny-llama-hf");
        assertThat(slider().layersProperty().get()).isEqualTo(3);
        assertThat(slider().getLevel()).isEqualTo(3);
        assertThat(text("#model")).isEqualTo("tiny-llama-hf ▾");
        assertThat(detail("blocks")).endsWith(" × " + app.model().shape().width());
        change("tiny-gpt2");
        assertThat(slider().layersProperty().get()).isEqualTo(12);
        // What was clamped is not stretched again.
        assertThat(slider().getLevel()).isEqualTo(3);
        assertThat(detail("blocks")).isEqualTo("12 × 48");
    }

    @Test
    void anOpenLessonSpeaksOfTheNewModel() {
        LessonPlayer player = app.shared().learning().player();
        Lesson loop = lesson("07-the-loop");
        app.act(() -> player.open(loop));
        assertThat(read(player)).contains("50,257");
        change("tiny-llama-hf");
        assertThat(read(player))
                .doesNotContain("50,257")
                .contains("%,d".formatted(app.model().shape().vocabulary()));
    }

    @Test
    void aLessonOnRotaryPositionsSaysWhatTheModelLacks() {
        LessonPlayer player = app.shared().learning().player();
        Lesson vectors = lesson("02-tokens-to-vectors");
        app.act(() -> player.open(vectors));
        assertThat(player.obstacleProperty().get()).contains("turns queries and keys", "tiny-gpt2 adds a learnt row");
        change("tiny-llama-hf");
        assertThat(player.obstacleProperty().get()).isEmpty();
    }

    private void change(String model) {
        app.act(() -> session().open(TestModel.golden(model)));
    }

    private Lesson lesson(String id) {
        app.act(() -> app.shared().learning().shelf().shownProperty().set(true));
        return app.shared().learning().shelf().find(id).orElseThrow();
    }

    private String read(LessonPlayer player) {
        return app.get(() -> {
            Prose prose = Objects.requireNonNull(player.proseProperty().getValue());
            return prose.plainText();
        });
    }

    private SessionModel session() {
        return app.shared().session();
    }

    private LevelSlider slider() {
        return robot.lookup("#level").query();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private String detail(String stage) {
        return ((Labeled) robot.lookup("#stage-" + stage).query().lookup(".stage-detail")).getText();
    }
}
