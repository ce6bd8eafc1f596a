package tokenwalk.app.generation.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.generation.model.GenerationModel;

@ExtendWith(ApplicationExtension.class)
class StopsEditorTest {
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
    void stopStringsThatALessonSetsStandInTheField() {
        GenerationModel generation = app.shared().walkthrough().generation();
        app.act(() -> generation.stopStringsProperty().set(List.of(".", "\n\n")));
        robot.clickOn("#counter");
        app.settle();
        TextArea field = robot.lookup("#stop-strings").queryAs(TextArea.class);
        assertThat(app.get(() -> field.getText())).isEqualTo(".\n\\n\\n");
        assertThat(app.get(generation.stopStringsProperty()::get)).containsExactly(".", "\n\n");
        app.act(() -> generation.stopStringsProperty().set(List.of()));
        assertThat(app.get(() -> field.getText())).isEmpty();
    }

    @Test
    void whatIsTypedIsSetAndStaysAsTyped() {
        GenerationModel generation = app.shared().walkthrough().generation();
        robot.clickOn("#counter");
        app.settle();
        TextArea field = robot.lookup("#stop-strings").queryAs(TextArea.class);
        app.act(() -> field.setText("end\n\n"));
        assertThat(app.get(generation.stopStringsProperty()::get)).containsExactly("end");
        assertThat(app.get(() -> field.getText())).isEqualTo("end\n\n");
    }
}
