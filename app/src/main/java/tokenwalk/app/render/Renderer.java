package tokenwalk.app.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import tokenwalk.app.background.Background;
import tokenwalk.app.library.model.HubShelf;
import tokenwalk.app.library.model.SettingsFile;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.Opening;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Theme;
import tokenwalk.app.window.MainWindow;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.progress.ProgressFile;
import tokenwalk.runtime.hub.ModelStore;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.weights.ModelFileException;

/** Walks through the app without a display and writes a picture after each step. */
final class Renderer {
    private static final int DRAWS = 1000;
    private static final double LARGE_TEXT = 1.5;
    private static final double LARGE_WIDTH = 1920;
    private static final double LARGE_HEIGHT = 1080;
    private static final double LARGE_SCREEN_TEXT = 16 / Appearance.BASE_FONT_SIZE;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tokenwalk-model").factory());
    private final Stagehand stagehand = new Stagehand(worker);
    private final Gallery gallery;
    private final LearningPictures learning;
    private final CountDownLatch halfOpen = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    Renderer(Path folder) {
        this.gallery = new Gallery(stagehand, folder);
        this.learning = new LearningPictures(stagehand, gallery);
    }

    private static Region open(Scene scene) {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return (Region) scene.getRoot();
    }

    /**
     * @param second shown beside the first in some more pictures
     * @return the pictures written
     * @throws ModelFileException if the model cannot be opened
     * @throws IOException if a picture cannot be written
     */
    List<Path> render(Path model, Optional<Path> second) throws IOException {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            StagedApp app = stagehand.get(this::setUp);
            open(app, model);
            walk(app);
            if (second.isPresent()) {
                compare(app, second.get());
            }
        } finally {
            worker.shutdownNow();
            Platform.exit();
        }
        return gallery.written();
    }

    private StagedApp setUp() {
        Background background = new Background(worker, Platform::runLater);
        SessionModel session = new SessionModel(background, this::openSlowly, SentenceCatalogue.bundled());
        Appearance appearance = new Appearance();
        appearance.reducedMotionProperty().set(true);
        Shared shared = Shared.around(session, background, appearance, nobodys());
        return new StagedApp(shared, open(new MainWindow(shared).scene()));
    }

    /** Pictures show what a new learner sees, and change nobody's progress. */
    private static Shared.Kept nobodys() {
        try {
            Path folder = Files.createTempDirectory("tokenwalk");
            return new Shared.Kept(
                    new ProgressFile(folder.resolve("progress.json")),
                    new SettingsFile(folder.resolve("settings.properties")),
                    new HubShelf(new ModelStore(folder.resolve("models")), new ModelLoader(1)::estimate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opening takes too short to be seen: half of the way it waits for its picture. */
    private LanguageModel openSlowly(Path file, BiConsumer<Integer, Integer> progress) {
        return new ModelLoader().open(file, (blocks, all) -> {
            progress.accept(blocks, all);
            if (blocks == all / 2) {
                halfOpen.countDown();
                Stagehand.await(goOn);
            }
        });
    }

    private void open(StagedApp app, Path model) throws IOException {
        stagehand.get(() -> {
            app.session().openingProperty().subscribe(opening -> {
                if (opening instanceof Opening.Failed) {
                    halfOpen.countDown();
                }
            });
            app.session().open(model);
            return true;
        });
        Stagehand.await(halfOpen);
        if (stagehand.get(() -> app.session().openingProperty().get()) instanceof Opening.Failed failed) {
            throw new ModelFileException(failed.message());
        }
        gallery.picture(app, "opening");
        stagehand.act(goOn::countDown);
    }

    private void walk(StagedApp app) throws IOException {
        SessionModel session = app.session();
        int last = stagehand
                .get(() -> Objects.requireNonNull(session.modelProperty().get()))
                .shape()
                .layers();
        int deep = Math.max(0, last - 2);
        gallery.picture(app, "first-view");
        gallery.step(app, "halfway", () -> session.levelProperty().set(last / 2));
        gallery.step(app, "vectors", () -> {
            session.levelProperty().set(deep);
            app.model().attention().showVectorsProperty().set(true);
            app.model().generation().sample(DRAWS);
        });
        gallery.step(app, "vectors-dark", () -> app.appearance().themeProperty().set(Theme.DARK));
        gallery.step(app, "last-level", () -> {
            app.appearance().themeProperty().set(Theme.LIGHT);
            app.model().attention().showVectorsProperty().set(false);
            session.levelProperty().set(last);
        });
        gallery.step(app, "after-step", () -> app.model().generation().step());
        gallery.step(app, "many-ways", () -> {
            session.choose(session.sentences().get(1));
            app.model().generation().policyProperty().set(new SamplingPolicy(1.5, 7, 1));
        });
        gallery.step(app, "drawn", () -> app.model().generation().sample(DRAWS));
        stagehand.act(() -> {
            app.model().generation().reset();
            session.choose(session.sentences().getLast());
        });
        while (stagehand.get(() -> app.model().generation().canStepProperty().get())) {
            stagehand.act(() -> app.model().generation().step());
        }
        gallery.picture(app, "chat-ended");
        stagehand.act(() -> app.model().reset());
        stagehand.act(() -> session.levelProperty().set(deep));
        screens(app, "");
        stagehand.act(() -> app.appearance().themeProperty().set(Theme.DARK));
        screens(app, "-dark");
        learning.practice(app);
        stagehand.act(() -> app.appearance().themeProperty().set(Theme.LIGHT));
        learning.lessons(app);
        gallery.step(app, "large-text", () -> app.appearance().scaleTo(LARGE_TEXT));
        stagehand.act(() -> app.appearance().scaleTo(LARGE_SCREEN_TEXT));
        StagedApp large = stagehand.get(() -> new StagedApp(app.shared(), openLarge(app.shared())));
        screens(large, "-large-screen");
        learning.present(large);
    }

    private void compare(StagedApp app, Path second) throws IOException {
        stagehand.act(() -> {
            app.appearance().scaleTo(1);
            app.shared().learning().shelf().shownProperty().set(false);
            app.shared().library().compare(second);
        });
        String failure =
                stagehand.get(() -> app.shared().library().messageProperty().get());
        if (!failure.isEmpty()) {
            throw new ModelFileException(failure);
        }
        gallery.step(app, "library-compared", () -> app.shared().navigation().open(ScreenId.MODELS));
        gallery.step(app, "tokens-compared", () -> app.shared().navigation().open(ScreenId.TOKENS));
        gallery.step(app, "generation-compared", () -> app.shared().navigation().open(ScreenId.ATTENTION));
        stagehand.act(() -> app.shared().navigation().open(ScreenId.LENS));
        // The second lens waits for the first.
        stagehand.settle();
        gallery.step(app, "lens-compared", () -> {});
    }

    /** Each screen, from the first of the walk to the last. */
    private void screens(StagedApp app, String suffix) throws IOException {
        for (ScreenId id : ScreenId.values()) {
            gallery.step(
                    app,
                    id.name().toLowerCase(Locale.ROOT) + suffix,
                    () -> app.shared().navigation().open(id));
        }
        stagehand.act(() -> app.shared().navigation().open(ScreenId.ATTENTION));
    }

    /** The headless screen ends at a million pixels, so the contents are larger than their window. */
    private static Region openLarge(Shared shared) {
        Scene scene = new MainWindow(shared).scene();
        Region root = (Region) scene.getRoot();
        root.setPrefSize(LARGE_WIDTH, LARGE_HEIGHT);
        Pane around = new Pane();
        scene.setRoot(around);
        around.getChildren().add(root);
        open(scene);
        return root;
    }
}
