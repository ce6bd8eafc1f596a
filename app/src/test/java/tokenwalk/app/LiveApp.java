package tokenwalk.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import tokenwalk.app.background.Background;
import tokenwalk.app.library.model.HubShelf;
import tokenwalk.app.library.model.SettingsFile;
import tokenwalk.app.library.model.Shelf;
import tokenwalk.app.render.Stagehand;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.window.MainWindow;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.progress.ProgressFile;
import tokenwalk.runtime.hub.ModelStore;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;

/** The whole app in a headless window, on the model that ships unless another is asked for. Opened in {@code @Start}, on the FX thread. */
public final class LiveApp {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tokenwalk-model").factory());
    private final Stagehand stagehand = new Stagehand(worker);
    private final Shared shared;
    private final Scene scene;

    /** Without motion, so that what is on screen is final as soon as all work is done. */
    public LiveApp(Stage stage) {
        this(stage, BundledModelFile.path());
    }

    /** @param model a file or folder */
    public LiveApp(Stage stage, Path model) {
        this(stage, model, new HubShelf(new ModelStore(newFolder()), new ModelLoader(1)::estimate));
    }

    /** @param shelf the models there are */
    public LiveApp(Stage stage, Shelf shelf) {
        this(stage, BundledModelFile.path(), shelf);
    }

    private LiveApp(Stage stage, Path model, Shelf shelf) {
        Background background = new Background(worker, Platform::runLater);
        SessionModel session =
                new SessionModel(background, (file, _) -> TestModel.at(file), SentenceCatalogue.bundled());
        Appearance appearance = new Appearance();
        appearance.reducedMotionProperty().set(true);
        shared = Shared.around(session, background, appearance, nothingKept(shelf));
        scene = new MainWindow(shared).scene();
        stage.setScene(scene);
        stage.show();
        session.open(model);
    }

    /** A place in a new folder, so that no test meets another's progress. */
    private static Shared.Kept nothingKept(Shelf shelf) {
        Path folder = newFolder();
        return new Shared.Kept(
                new ProgressFile(folder.resolve("progress.json")),
                new SettingsFile(folder.resolve("settings.properties")),
                shelf);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("tokenwalk-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the model that is open, once one is */
    public LanguageModel model() {
        return Objects.requireNonNull(shared.session().modelProperty().get());
    }

    public Shared shared() {
        return shared;
    }

    public Scene scene() {
        return scene;
    }

    /** Runs an action on the FX thread and waits until all that follows from it is on screen. */
    public void act(Runnable action) {
        stagehand.act(action);
    }

    /** @return what the FX thread answers */
    public <T> T get(Supplier<T> question) {
        return stagehand.get(question);
    }

    /** Waits until all work is done and drawn, as after a click of the robot. */
    public void settle() {
        stagehand.settle();
    }

    /** Writes what the window looks like now to {@code app/target/pictures/NAME.png}, to be looked at. */
    public void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            stagehand.picture(scene.getRoot(), folder.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void close() {
        worker.shutdownNow();
    }
}
