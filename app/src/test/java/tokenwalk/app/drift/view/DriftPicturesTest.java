package tokenwalk.app.drift.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.drift.GoldenStream;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.DriftView;
import tokenwalk.app.drift.model.PrincipalComponents;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;
import tokenwalk.app.theme.Theme;

/** Draws the real sentence to files that people look at. */
@ExtendWith(ApplicationExtension.class)
class DriftPicturesTest {
    private static final double LEFT = 28 + 4;
    private static final double BELOW = 28 + 8;

    private final Appearance appearance = new Appearance();
    private final DriftPicture picture =
            DriftPicture.of(GoldenStream.capital(), DriftView.NORMALISED, new PrincipalComponents());
    private ScatterCanvas scatter;
    private Pane pane;

    @Start
    void start(Stage stage) throws IOException {
        Path fonts = Path.of(System.getProperty("tokenwalk.home"), "assets", "fonts");
        for (String name : List.of("Inter-Regular", "Inter-SemiBold")) {
            try (InputStream in =
                    new FileInputStream(fonts.resolve(name + ".ttf").toFile())) {
                Font.loadFont(in, 12);
            }
        }
        scatter = new ScatterCanvas(appearance);
        pane = new Pane(scatter);
        stage.setScene(new Scene(pane, 700, 500));
        stage.show();
    }

    private WritableImage draw(String name, double width, double height) throws IOException {
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            scatter.setPrefSize(width + LEFT, height + BELOW);
            pane.setStyle("-fx-background-color: "
                    + appearance.color(Role.CARD).toString().replace("0x", "#"));
            pane.applyCss();
            pane.layout();
            javafx.scene.SnapshotParameters parameters = new javafx.scene.SnapshotParameters();
            parameters.setFill(appearance.color(Role.CARD));
            return scatter.snapshot(parameters, null);
        });
        Path file = Path.of("target", "pictures", "drift-" + name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        return image;
    }

    @Test
    void drawsEveryStageOfTheWayInBothThemes() throws IOException {
        for (Theme theme : Theme.values()) {
            for (int level : List.of(0, 6, 15, 21, 28, 30)) {
                WaitForAsyncUtils.asyncFx(() -> {
                    appearance.themeProperty().set(theme);
                    scatter.pictureProperty().set(picture);
                    scatter.chosenProperty().set(11);
                    scatter.levelProperty().set(level);
                });
                WaitForAsyncUtils.waitForFxEvents();
                String name = theme.label().toLowerCase(java.util.Locale.ROOT) + "-" + level;
                WritableImage large = draw(name + "-large", 460, 345);
                draw(name + "-small", 440, 240);
                assertThat(large.getWidth()).isEqualTo(492);
            }
        }
    }
}
