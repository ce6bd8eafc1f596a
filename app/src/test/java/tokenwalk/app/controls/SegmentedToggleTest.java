package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.theme.Appearance;

@ExtendWith(ApplicationExtension.class)
class SegmentedToggleTest {
    private SegmentedToggle<String> toggle;

    @Start
    void start(Stage stage) {
        toggle = new SegmentedToggle<>(List.of("Best token", "Draw"), word -> word);
        Shown.in(stage, new Appearance(), toggle);
    }

    @Test
    void exactlyOneChoiceHolds(FxRobot robot) {
        robot.clickOn("Draw").clickOn("Draw");
        assertThat(toggle.getValue()).isEqualTo("Draw");
        assertThat(toggle.lookupAll(".toggle-button:selected")).hasSize(1);
    }
}
