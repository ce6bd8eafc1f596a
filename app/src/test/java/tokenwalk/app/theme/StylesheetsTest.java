package tokenwalk.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StylesheetsTest {
    private final Appearance appearance = new Appearance();
    private Label label;

    @Start
    void start(Stage stage) {
        label = new Label("text");
        Scene scene = new Scene(new StackPane(label), 200, 100);
        Stylesheets.install(scene, appearance);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theBundledFontsAreThere() {
        assertThat(Font.font(BundledFonts.MONO).getFamily()).isEqualTo("JetBrains Mono NL");
        assertThat(label.getFont().getFamily()).isEqualTo("Inter");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void themesSwitchWhileTheProgramRuns(Theme theme, FxRobot robot) {
        robot.interact(() -> appearance.themeProperty().set(theme));
        robot.interact(label::applyCss);
        assertThat(label.getTextFill()).isEqualTo(theme.color(Role.TEXT));
    }

    @Test
    void textGrows(FxRobot robot) {
        assertThat(label.getFont().getSize()).isEqualTo(14);
        robot.interact(() -> appearance.scaleTo(2));
        robot.interact(label::applyCss);
        assertThat(label.getFont().getSize()).isEqualTo(28);
    }

    @Test
    void popupsAreDressedLikeTheirWindow(FxRobot robot) throws TimeoutException {
        Tooltip tooltip = new Tooltip("dimension 17");
        tooltip.setShowDelay(Duration.ZERO);
        robot.interact(() -> {
            appearance.themeProperty().set(Theme.DARK);
            label.setTooltip(tooltip);
        });
        robot.moveTo(label);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, tooltip::isShowing);
        Label words = (Label) tooltip.getSkin().getNode();
        assertThat(words.getTextFill()).isEqualTo(Theme.DARK.color(Role.TEXT));
        assertThat(words.getFont().getFamily()).isEqualTo("Inter");
        robot.interact(tooltip::hide);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyRoleHasAVariable(Theme theme) {
        String css = Stylesheets.colors(".root", theme, theme::color);
        for (Role role : Role.values()) {
            Color color = theme.color(role);
            assertThat(css).contains(role.variable() + ": #" + color.toString().substring(2));
        }
    }
}
