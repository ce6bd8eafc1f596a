package tokenwalk.app.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.background.Background;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.Opening;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Theme;
import tokenwalk.app.window.MainWindow;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.progress.ProgressFile;
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

    private final Path folder;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tokenwalk-model").factory());
    private final Stagehand stagehand = new Stagehand(worker);
    private final List<Path> written = new ArrayList<>();
    private final CountDownLatch halfOpen = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    Renderer(Path folder) {
        this.folder = folder;
    }

    /** The app, set up. */
    private record Set(Shared shared, Region root) {
        SessionModel session() {
            return shared.session();
        }

        WalkthroughModel model() {
            return shared.walkthrough();
        }

        Appearance appearance() {
            return shared.appearance();
        }
    }

    private static Region open(Scene scene) {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return (Region) scene.getRoot();
    }

    /**
     * @return the pictures written
     * @throws ModelFileException if the model cannot be opened
     * @throws IOException if a picture cannot be written
     */
    List<Path> render(Path model) throws IOException {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            Set set = stagehand.get(this::setUp);
            open(set, model);
            walk(set);
        } finally {
            worker.shutdownNow();
            Platform.exit();
        }
        return List.copyOf(written);
    }

    private Set setUp() {
        Background background = new Background(worker, Platform::runLater);
        SessionModel session = new SessionModel(background, this::openSlowly, SentenceCatalogue.bundled());
        Appearance appearance = new Appearance();
        appearance.reducedMotionProperty().set(true);
        Shared shared = Shared.around(session, background, appearance, new ProgressFile(nobodysProgress()));
        return new Set(shared, open(new MainWindow(shared).scene()));
    }

    /** Pictures show what a new learner sees, and change nobody's progress. */
    private static Path nobodysProgress() {
        try {
            return Files.createTempDirectory("tokenwalk").resolve("progress.json");
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

    private void open(Set set, Path model) throws IOException {
        stagehand.get(() -> {
            set.session().openingProperty().subscribe(opening -> {
                if (opening instanceof Opening.Failed) {
                    halfOpen.countDown();
                }
            });
            set.session().open(model);
            return true;
        });
        Stagehand.await(halfOpen);
        if (stagehand.get(() -> set.session().openingProperty().get()) instanceof Opening.Failed failed) {
            throw new ModelFileException(failed.message());
        }
        picture(set, "opening");
        stagehand.act(goOn::countDown);
    }

    private void walk(Set set) throws IOException {
        SessionModel session = set.session();
        int last = stagehand
                .get(() -> Objects.requireNonNull(session.modelProperty().get()))
                .shape()
                .layers();
        int deep = Math.max(0, last - 2);
        picture(set, "first-view");
        step(set, "halfway", () -> session.levelProperty().set(last / 2));
        step(set, "vectors", () -> {
            session.levelProperty().set(deep);
            set.model().attention().showVectorsProperty().set(true);
            set.model().generation().sample(DRAWS);
        });
        step(set, "vectors-dark", () -> set.appearance().themeProperty().set(Theme.DARK));
        step(set, "last-level", () -> {
            set.appearance().themeProperty().set(Theme.LIGHT);
            set.model().attention().showVectorsProperty().set(false);
            session.levelProperty().set(last);
        });
        step(set, "after-step", () -> set.model().generation().step());
        step(set, "many-ways", () -> {
            session.choose(session.sentences().get(1));
            set.model().generation().policyProperty().set(new SamplingPolicy(1.5, 7, 1));
        });
        step(set, "drawn", () -> set.model().generation().sample(DRAWS));
        stagehand.act(() -> {
            set.model().generation().reset();
            session.choose(session.sentences().getLast());
        });
        while (stagehand.get(() -> set.model().generation().canStepProperty().get())) {
            stagehand.act(() -> set.model().generation().step());
        }
        picture(set, "chat-ended");
        stagehand.act(() -> set.model().reset());
        stagehand.act(() -> session.levelProperty().set(deep));
        screens(set, "");
        stagehand.act(() -> set.appearance().themeProperty().set(Theme.DARK));
        screens(set, "-dark");
        stagehand.act(() -> set.appearance().themeProperty().set(Theme.LIGHT));
        step(set, "large-text", () -> set.appearance().scaleTo(LARGE_TEXT));
        stagehand.act(() -> set.appearance().scaleTo(LARGE_SCREEN_TEXT));
        Set large = stagehand.get(() -> new Set(set.shared, openLarge(set.shared)));
        screens(large, "-large-screen");
    }

    /** Each screen, from the first of the walk to the last. */
    private void screens(Set set, String suffix) throws IOException {
        for (ScreenId id : ScreenId.values()) {
            step(
                    set,
                    id.name().toLowerCase(Locale.ROOT) + suffix,
                    () -> set.shared.navigation().open(id));
        }
        stagehand.act(() -> set.shared.navigation().open(ScreenId.ATTENTION));
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

    private void step(Set set, String name, Runnable action) throws IOException {
        stagehand.act(action);
        picture(set, name);
    }

    private void picture(Set set, String name) throws IOException {
        Path file = folder.resolve("%02d-%s.png".formatted(written.size() + 1, name));
        stagehand.picture(set.root, file);
        written.add(file);
    }
}
