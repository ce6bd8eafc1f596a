package tokenwalk.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import tokenwalk.app.lesson.model.LessonShelf;

/** Files and folders dropped on the window: models are opened, lessons put on their shelf. The reading tells whether they are any. */
final class FileDrop {
    private final LessonShelf lessons;
    private final Consumer<Path> models;

    private FileDrop(LessonShelf lessons, Consumer<Path> models) {
        this.lessons = lessons;
        this.models = models;
    }

    static void install(Scene scene, LessonShelf lessons, Consumer<Path> models) {
        FileDrop drop = new FileDrop(lessons, models);
        scene.setOnDragOver(drop::over);
        scene.setOnDragDropped(drop::dropped);
    }

    private void over(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (model(files).isPresent() || !lessons(files).isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        Optional<Path> model = model(files);
        model.ifPresent(models);
        List<Path> packs = lessons(files);
        packs.forEach(lessons::open);
        event.setDropCompleted(model.isPresent() || !packs.isEmpty());
        event.consume();
    }

    /** @return the first model among them: one is opened at a time; a file of a folder stands for the folder */
    static Optional<Path> model(List<File> files) {
        return files.stream()
                .filter(FileDrop::isModel)
                .map(File::toPath)
                .map(path -> path.toString().endsWith(".safetensors") ? path.resolveSibling("") : path)
                .findFirst();
    }

    private static boolean isModel(File file) {
        return file.getName().endsWith(".gguf")
                || file.getName().endsWith(".safetensors")
                || new File(file, "config.json").isFile();
    }

    static List<Path> lessons(List<File> files) {
        return files.stream()
                .filter(file -> !isModel(file))
                .filter(file -> file.isDirectory()
                        || file.getName().endsWith(".zip")
                        || file.getName().endsWith(".json"))
                .map(File::toPath)
                .toList();
    }
}
