package tokenwalk.app.window;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.pipeline.PipelineStrip;
import tokenwalk.app.pipeline.Stage;
import tokenwalk.app.screen.ScreenFrame;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Stylesheets;

/** The window's contents: top bar, pipeline, and the open screen. */
public final class MainWindow {
    public static final double WIDTH = 1280;
    public static final double HEIGHT = 800;

    private final SessionModel session;
    private final WalkthroughModel model;
    private final Appearance appearance;
    private final NavigationModel navigation;
    private final PipelineStrip pipeline;
    private final Scene scene;

    public MainWindow(Shared shared) {
        this.session = shared.session();
        this.model = shared.walkthrough();
        this.appearance = shared.appearance();
        this.navigation = shared.navigation();
        this.pipeline = new PipelineStrip(appearance);
        model.highlighted().activeProperty().bind(navigation.screenProperty().isEqualTo(ScreenId.ATTENTION));
        pipeline.openProperty()
                .bind(navigation.screenProperty().map(id -> id.stage().orElse(null)));
        for (Stage stage : Stage.values()) {
            pipeline.setHandler(stage, () -> navigation.open(ScreenId.opens(stage)));
        }
        BlockInside inside = new BlockInside(navigation);
        pipeline.setHandler(Stage.BLOCKS, () -> {
            navigation.open(ScreenId.opens(Stage.BLOCKS));
            inside.show(pipeline.anchor(Stage.BLOCKS));
        });
        session.readingProperty().subscribe(this::describe);
        describe(null, session.reading());
        StageDetails.bind(pipeline, session, model.generation(), appearance);
        VBox top = new VBox(new TopBar(session, appearance), pipeline);
        top.getStyleClass().add("window-top");
        BorderPane root = new BorderPane(new ScreenFrame(navigation, id -> Screens.create(id, shared)));
        root.setTop(top);
        this.scene = new Scene(root, WIDTH, HEIGHT);
        Stylesheets.install(scene, appearance);
        installKeys();
        // No control is chosen before the user chooses one.
        root.requestFocus();
    }

    public Scene scene() {
        return scene;
    }

    private void describe(@Nullable Reading before, @Nullable Reading now) {
        if (now == null) {
            return;
        }
        pipeline.layersProperty().set(now.trace().shape().layers());
        if (before != null
                && now.samePrompt(before)
                && now.trace().length() > before.trace().length()) {
            pipeline.light();
        }
    }

    /** As a filter, so that a focused control does not take the keys that work everywhere. */
    private void installKeys() {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            for (Shortcut shortcut : Shortcut.values()) {
                if (shortcut.combinations().stream().anyMatch(keys -> keys.match(event))) {
                    run(shortcut);
                    event.consume();
                    return;
                }
            }
        });
    }

    private void run(Shortcut shortcut) {
        switch (shortcut) {
            case STEP -> model.generation().step();
            case SAMPLE -> model.generation().sample(1);
            case PLAY -> {
                if (model.generation().playingProperty().get()) {
                    model.generation().pause();
                } else {
                    model.generation().play();
                }
            }
            case BACK -> model.generation().back();
            case RESET -> model.generation().restart();
            case VECTORS ->
                model.attention()
                        .showVectorsProperty()
                        .set(!model.attention().showVectorsProperty().get());
            case LEVEL_UP -> moveLevel(1);
            case LEVEL_DOWN -> moveLevel(-1);
            case NEXT_SCREEN -> navigation.move(1);
            case PREVIOUS_SCREEN -> navigation.move(-1);
            case LARGER -> appearance.largerText();
            case SMALLER -> appearance.smallerText();
            case NORMAL_SIZE -> appearance.resetText();
        }
    }

    private void moveLevel(int by) {
        Reading reading = session.reading();
        if (reading != null) {
            int last = reading.trace().shape().layers();
            session.levelProperty().set(Math.clamp(session.levelProperty().get() + by, 0, last));
        }
    }
}
