package tokenwalk.app.drift.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
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
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(appearance.color(Role.CARD));
            return scatter.snapshot(parameters, null);
        });
        Path file = Path.of("target", "pictures", "drift-" + name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        return image;
    }

    private void show(DriftPicture shown, double level, int chosen) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            scatter.pictureProperty().set(shown);
            scatter.chosenProperty().set(chosen);
            scatter.levelProperty().set(level);
        });
    }

    private void theme(Theme theme) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> appearance.themeProperty().set(theme));
    }

    private static boolean shows(WritableImage image, Color color) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getColor(x, y).equals(color)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void drawsTheWholeWayInBothThemes() throws IOException {
        for (Theme theme : Theme.values()) {
            theme(theme);
            for (int level : List.of(0, 6, 15, 21, 28, 30)) {
                show(picture, level, 11);
                String name = theme.label().toLowerCase(Locale.ROOT) + "-" + level;
                WritableImage large = draw(name + "-large", 460, 345);
                WritableImage small = draw(name + "-small", 440, 240);

                for (WritableImage image : List.of(large, small)) {
                    assertThat(shows(image, theme.color(Role.LAST_TOKEN))).isTrue();
                    assertThat(shows(image, theme.color(Role.ACCENT))).isTrue();
                    assertThat(shows(image, theme.color(Role.PLOT))).isTrue();
                }
            }
        }
    }

    @Test
    void drawsTheOtherViewsAndAChosenToken() throws IOException {
        for (DriftView view : DriftView.values()) {
            DriftPicture other = DriftPicture.of(GoldenStream.capital(), view, new PrincipalComponents());
            String name = "view-" + view.name().toLowerCase(Locale.ROOT);
            show(other, 6, 8);
            draw(name + "-6", 460, 345);
            show(other, 20, 0);
            draw(name + "-20", 460, 345);
        }
        show(picture, 27.5, 3);
        draw("between", 460, 345);
    }

    @Test
    void drawsLargeTextAndAZoomedPart() throws IOException {
        show(picture, 28, 5);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> appearance.scaleTo(1.5));
        draw("large-text", 620, 420);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            appearance.resetText();
            scatter.viewportProperty().set(Viewport.WHOLE.zoomed(5, 0.65, 0.45));
        });
        WritableImage zoomed = draw("zoomed", 460, 345);

        assertThat(shows(zoomed, appearance.color(Role.LAST_TOKEN))).isTrue();
    }

    @Test
    void drawsAGeneratedTokenComingInAndATextOfOneToken() throws IOException {
        DriftPicture prompt =
                DriftPicture.of(GoldenStream.capital(11), DriftView.NORMALISED, new PrincipalComponents());
        show(prompt, 30, 10);
        draw("step-before", 460, 345);
        show(prompt.extend(GoldenStream.capital()), 30, 11);
        draw("step-coming", 460, 345);

        await(() -> shows(draw("step-there", 460, 345), appearance.color(Role.LAST_TOKEN)));
        show(DriftPicture.of(GoldenStream.capital(1), DriftView.NORMALISED, new PrincipalComponents()), 16, 0);
        draw("one-token", 460, 345);
    }

    private static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("it never happened", e);
        }
    }

    @Test
    void drawsATextOfFiveHundredTokens() throws IOException {
        DriftPicture crowd = Crowd.picture(512);
        show(crowd, 12.5, 100);
        WritableImage image = draw("crowd", 460, 345);

        assertThat(shows(image, appearance.color(Role.LAST_TOKEN))).isTrue();
    }

    @Test
    void everyDotHasALabelAtEveryLevelAndNoTwoLabelsOverlap() {
        for (Box plot : List.of(new Box(28, 4, 460, 345), new Box(28, 4, 440, 240))) {
            PlotGeometry geometry = new PlotGeometry(plot, picture.frame(), Viewport.WHOLE, 16, 100);
            for (int level = 0; level <= picture.lastLevel(); level++) {
                List<LevelLabels.Item> items = LevelLabels.of(
                                new Dots(picture, 3, 1),
                                level,
                                geometry,
                                new LabelWriter(appearance),
                                LabelSpacing.scaled(1))
                        .items();

                assertThat(items.stream().filter(item -> !item.ghost()).flatMap(item -> item.label().tokens().stream()))
                        .as("level %d", level)
                        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
                for (LevelLabels.Item item : items) {
                    assertThat(plot.contains(item.box())).isTrue();
                    assertThat(items)
                            .as("level %d", level)
                            .noneMatch(other -> !other.equals(item)
                                    && other.box().grown(-1e-6).overlaps(item.box()));
                }
            }
        }
    }

    @Test
    void theTwoCapitalsShareALabelOnlyWhileTheyShareASpot() {
        PlotGeometry geometry = new PlotGeometry(new Box(28, 4, 460, 345), picture.frame(), Viewport.WHOLE, 16, 100);
        for (int level : List.of(0, 12, 30)) {
            boolean together = LevelLabels.of(
                            new Dots(picture, -1, 1),
                            level,
                            geometry,
                            new LabelWriter(appearance),
                            LabelSpacing.scaled(1))
                    .items()
                    .stream()
                    .anyMatch(item -> item.label().tokens().equals(List.of(1, 8)));

            assertThat(together).isEqualTo(level == 0);
        }
    }

    @Test
    void redrawsInAPulse() throws IOException {
        DriftPicture crowd = Crowd.picture(512);
        double few = millisPerRedraw(picture, false);
        double fewAnew = millisPerRedraw(picture, true);
        double many = millisPerRedraw(crowd, false);
        double manyAnew = millisPerRedraw(crowd, true);

        Files.writeString(
                Path.of("target", "pictures", "drift-times.txt"),
                "ms per redraw, and with new labels: %.2f, %.2f at 12 tokens; %.2f, %.2f at 512%n"
                        .formatted(few, fewAnew, many, manyAnew));
        assertThat(fewAnew).isLessThan(500);
        assertThat(manyAnew).isLessThan(500);
    }

    /** @param labelsToo whether every redraw finds new places for the labels of two levels */
    private double millisPerRedraw(DriftPicture shown, boolean labelsToo) throws IOException {
        show(shown, 0, 3);
        draw("times", 460, 345);
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            double best = Double.POSITIVE_INFINITY;
            for (int round = 0; round < 4; round++) {
                long start = System.nanoTime();
                for (int frame = 0; frame < 60; frame++) {
                    scatter.levelProperty().set(frame * shown.lastLevel() / 60.0);
                    if (labelsToo) {
                        scatter.chosenProperty().set(frame % 10);
                    }
                    pane.layout();
                }
                best = Math.min(best, (System.nanoTime() - start) / 60e6);
            }
            return best;
        });
    }
}
