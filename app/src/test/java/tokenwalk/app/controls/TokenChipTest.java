package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.theme.Appearance;

@ExtendWith(ApplicationExtension.class)
class TokenChipTest {
    private final AtomicInteger fired = new AtomicInteger();
    private TokenChip chip;

    @Start
    void start(Stage stage) {
        chip = new TokenChip(new ChipContent(TokenLabel.text(" Paris"), 7042, 13, ChipContent.Origin.BEST, 0.5));
        chip.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        chip.setOnAction(event -> fired.incrementAndGet());
        Shown.in(stage, new Appearance(), chip);
    }

    @Test
    void clickSpaceAndEnterFire(FxRobot robot) {
        robot.clickOn(chip).type(KeyCode.SPACE).type(KeyCode.ENTER);
        assertThat(fired).hasValue(3);
    }

    @Test
    void saysIdTextAndProbability() {
        assertThat(chip.getText()).isEqualTo(" Paris");
        assertThat(chip.getAccessibleText()).isEqualTo("␣Paris");
        assertThat(chip.getTooltip().getText()).contains("7042", "␣Paris", "50.0 %");
    }

    @Test
    void theLineBelowIsAsLongAsTheProbability() {
        Region line = (Region) chip.lookup(".chip-underline");
        Region box = (Region) chip.lookup(".chip-box");
        double full =
                box.getWidth() - box.getInsets().getLeft() - box.getInsets().getRight();
        assertThat(line.getWidth()).isBetween(full / 2 - 1, full / 2 + 1);
        assertThat(box.getHeight()).isEqualTo(36);
    }

    @Test
    void choosingDoesNotChangeTheWidth(FxRobot robot) {
        double before = chip.getWidth();
        robot.interact(() -> chip.setChosen(true));
        assertThat(chip.getWidth()).isEqualTo(before);
    }
}
