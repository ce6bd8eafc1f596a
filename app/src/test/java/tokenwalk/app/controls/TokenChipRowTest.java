package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.theme.Appearance;

@ExtendWith(ApplicationExtension.class)
class TokenChipRowTest {
    private TokenChipRow row;

    @Start
    void start(Stage stage) {
        Appearance appearance = new Appearance();
        row = new TokenChipRow(appearance);
        row.setTokens(ControlsGallery.sentence().subList(0, 5));
        Shown.in(stage, appearance, row);
    }

    @Test
    void aClickChoosesAToken(FxRobot robot) {
        robot.clickOn(chip(" Germany"));
        assertThat(row.getSelectedIndex()).isEqualTo(3);
        assertThat(chip(" Germany").chosenProperty().get()).isTrue();
    }

    @Test
    void keysMoveTheChoiceAndStopAtTheEnds(FxRobot robot) {
        robot.clickOn(chip(" of")).type(KeyCode.RIGHT);
        assertThat(row.getSelectedIndex()).isEqualTo(3);
        robot.type(KeyCode.END).type(KeyCode.RIGHT);
        assertThat(row.getSelectedIndex()).isEqualTo(4);
        robot.type(KeyCode.HOME).type(KeyCode.LEFT);
        assertThat(row.getSelectedIndex()).isZero();
    }

    @Test
    void attentionStandsBelowTheToken(FxRobot robot) {
        robot.interact(() -> row.setAttention(Numbers.of(0.16, 0.004, 0.5)));
        assertThat(weight("The")).isEqualTo("16%");
        assertThat(weight(" capital")).isEqualTo("<1%");
        assertThat(weight(" is")).isEmpty();
    }

    @Test
    void aLongTextMakesOnlyTheChipsThatCanBeSeenAndScrollsToTheChosenOne(FxRobot robot) {
        robot.interact(() -> row.setTokens(IntStream.range(0, 512)
                .mapToObj(i -> ChipContent.prompt(TokenLabel.text(" word" + i), i, i + 1))
                .toList()));
        robot.interact(() -> row.select(500));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chips()).hasSizeLessThan(40);
        assertThat(row.prefHeight(-1))
                .isGreaterThan(row.lookup(".token-chip").getBoundsInParent().getMaxY());
        TokenChip chosen = chip(" word500");
        assertThat(chosen.isVisible()).isTrue();
        assertThat(chosen.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(row.getWidth() + 8);
        assertThat(chosen.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(0);
    }

    private String weight(String text) {
        return ((Label) chip(text).lookup(".chip-weight")).getText();
    }

    private List<TokenChip> chips() {
        return row.lookupAll(".token-chip").stream()
                .filter(Node::isVisible)
                .map(TokenChip.class::cast)
                .toList();
    }

    private TokenChip chip(String text) {
        return chips().stream()
                .filter(chip -> chip.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
