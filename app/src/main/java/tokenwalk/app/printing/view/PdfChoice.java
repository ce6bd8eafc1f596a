package tokenwalk.app.printing.view;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks where a PDF goes to. */
@FunctionalInterface
interface PdfChoice {
    /**
     * @param beside a node of the window that asks
     * @param name proposed, without its ending
     * @return none if the user thought better of it
     */
    Optional<Path> ask(Node beside, String name);

    /** Asks by the system's own window. */
    static PdfChoice bySystem() {
        return (beside, name) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Print as PDF");
            chooser.setInitialFileName(name + ".pdf");
            chooser.getExtensionFilters().add(new ExtensionFilter("To print (PDF)", "*.pdf"));
            File file = chooser.showSaveDialog(beside.getScene().getWindow());
            return Optional.ofNullable(file).map(File::toPath);
        };
    }
}
