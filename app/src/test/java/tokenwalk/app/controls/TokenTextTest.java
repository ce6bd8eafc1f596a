package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.theme.Appearance;

@ExtendWith(ApplicationExtension.class)
class TokenTextTest {
    private TokenText text;

    @Start
    void start(Stage stage) {
        text = new TokenText(TokenLabel.text(" Paris"));
        Shown.in(stage, new Appearance(), text);
    }

    @Test
    void keepsTheTokensOwnText() {
        assertThat(text.getText()).isEqualTo(" Paris");
        assertThat(text.getAccessibleText()).isEqualTo("␣Paris");
    }

    @Test
    void tooLongATokenEndsInOneEllipsis(FxRobot robot) {
        assertThat(ellipsisShown()).isFalse();
        robot.interact(() -> {
            text.setToken(TokenLabel.text(" a token of several words"));
            text.setMaxWidth(100);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text.getWidth()).isEqualTo(100);
        assertThat(ellipsisShown()).isTrue();
    }

    private boolean ellipsisShown() {
        return text.getChildrenUnmodifiable().getLast().isVisible();
    }
}
