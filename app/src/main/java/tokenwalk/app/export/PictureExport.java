package tokenwalk.app.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Alert;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;
import tokenwalk.runtime.weights.WholeFile;

/** Saves what a screen shows. */
public final class PictureExport {
    private static final double SCALE = 2;

    private PictureExport() {}

    /**
     * Asks where to, and saves; what goes wrong is said in one line.
     *
     * @param name of the screen, for the file's name
     */
    public static void ask(Region content, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save picture");
        chooser.setInitialFileName("tokenwalk-" + name + ".png");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Picture, twice the size (PNG)", "*.png"));
        File file = chooser.showSaveDialog(content.getScene().getWindow());
        if (file == null) {
            return;
        }
        try {
            png(content, file.toPath());
        } catch (IOException e) {
            new Alert(Alert.AlertType.ERROR, "The picture cannot be saved: " + e.getMessage()).show();
        }
    }

    /** Writes a picture of a node at twice its size on screen. */
    public static void png(Region content, Path file) throws IOException {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        WritableImage image = content.snapshot(parameters, null);
        WholeFile.write(file, out -> ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out));
    }
}
