package tokenwalk.app.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Alert;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javax.imageio.ImageIO;
import tokenwalk.runtime.weights.WholeFile;

/** Saves what a screen shows. */
public final class PictureExport {
    private static final double SCALE = 2;
    private static final String SVG = ".svg";

    private PictureExport() {}

    /**
     * Asks where to and as what, and saves; what goes wrong is said in one line.
     *
     * @param name of the screen, for the file's name
     */
    public static void ask(Region content, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save picture");
        chooser.setInitialFileName("tokenwalk-" + name + ".png");
        ExtensionFilter svg = new ExtensionFilter("Shapes and words, any size (SVG)", "*" + SVG);
        chooser.getExtensionFilters().addAll(new ExtensionFilter("Picture, twice the size (PNG)", "*.png"), svg);
        File file = chooser.showSaveDialog(content.getScene().getWindow());
        if (file == null) {
            return;
        }
        try {
            save(content, named(file.toPath(), chooser.getSelectedExtensionFilter() == svg));
        } catch (IOException e) {
            new Alert(Alert.AlertType.ERROR, "The picture cannot be saved: " + e.getMessage()).show();
        }
    }

    /** Some systems leave the proposed ending when the user chooses the other type. */
    static Path named(Path file, boolean svg) {
        String name = file.getFileName().toString();
        return svg && !isSvg(file) ? file.resolveSibling(name.replaceFirst("(?i)\\.png$", "") + SVG) : file;
    }

    /** Writes a picture of a node: as SVG where the file's name says so, else as PNG. */
    public static void save(Region content, Path file) throws IOException {
        if (isSvg(file)) {
            svg(content, file);
        } else {
            png(content, file);
        }
    }

    private static boolean isSvg(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(SVG);
    }

    /** Writes a picture of a node at twice its size on screen. */
    public static void png(Region content, Path file) throws IOException {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(ground(content));
        WritableImage image = content.snapshot(parameters, null);
        WholeFile.write(file, out -> ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out));
    }

    /** Writes a node's shapes and words. */
    public static void svg(Region content, Path file) throws IOException {
        WholeFile.write(file, out -> SvgPicture.write(content, ground(content), out));
    }

    /** The colour that a node stands on: its own, or that of the nearest node around it. */
    private static Color ground(Region content) {
        for (Parent at = content; at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                for (BackgroundFill fill : region.getBackground().getFills()) {
                    if (fill.getFill() instanceof Color color && color.isOpaque()) {
                        return color;
                    }
                }
            }
        }
        return Color.WHITE;
    }
}
