package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;
import tokenwalk.app.theme.Stylesheets;
import tokenwalk.app.theme.Theme;

/** Takes pictures of all controls, to look at: {@code target/pictures}. */
@ExtendWith(ApplicationExtension.class)
class ControlsGalleryTest {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 1060;

    private final Appearance appearance = new Appearance();

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyControlStandsOnTheGroundOfItsTheme(Theme theme) throws IOException {
        appearance.themeProperty().set(theme);
        BufferedImage picture = write(gallery(1), "controls-" + theme.label().toLowerCase(Locale.ROOT));
        assertThat(hex(picture.getRGB(5, 400))).isEqualTo(hex(theme, Role.WINDOW));
        assertThat(hex(picture.getRGB(640, 5))).isEqualTo(hex(theme, Role.CARD));
    }

    @Test
    void everythingGrowsWithTheText() throws IOException {
        Scene scene = gallery(1.5);
        write(scene, "controls-large");
        BarList list = (BarList) scene.getRoot().lookup(".candidates");
        TokenChip chip = (TokenChip) scene.getRoot().lookup(".token-chip");
        assertThat(list.getHeight()).isGreaterThan(1.5 * 10 * 19);
        assertThat(chip.getHeight()).isGreaterThan(1.5 * 50);
    }

    private Scene gallery(double scale) {
        appearance.reducedMotionProperty().set(true);
        appearance.scaleTo(scale);
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Scene scene = new Scene(new ControlsGallery(appearance).root(), WIDTH * scale, HEIGHT * scale);
            Stylesheets.install(scene, appearance);
            return scene;
        });
    }

    /** Without a window: JavaFX's headless screen is smaller than the picture. */
    private static BufferedImage write(Scene scene, String name) throws IOException {
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            scene.snapshot(null);
            return scene.snapshot(null);
        });
        BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
        Path file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
        return picture;
    }

    private static String hex(int rgb) {
        return String.format("%06x", rgb & 0xFFFFFF);
    }

    private static String hex(Theme theme, Role role) {
        return theme.color(role).toString().substring(2, 8);
    }
}
