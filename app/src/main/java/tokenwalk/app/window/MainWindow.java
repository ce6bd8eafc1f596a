package tokenwalk.app.window;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.lesson.model.Learning;
import tokenwalk.app.lesson.view.LessonPanel;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.pipeline.PipelineStrip;
import tokenwalk.app.pipeline.Stage;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.Presentation;
import tokenwalk.app.screen.ScreenFrame;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Stylesheets;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.place.Part;

/** The window's contents: top bar, pipeline, and the open screen. */
public final class MainWindow {
    public static final double WIDTH = 1280;
    public static final double HEIGHT = 800;

    private final SessionModel session;
    private final WalkthroughModel model;
    private final Appearance appearance;
    private final NavigationModel navigation;
    private final PipelineStrip pipeline;
    private final Presentation presentation;
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
            Marked.as(Part.valueOf("STAGE_" + stage.name()), pipeline.anchor(stage));
        }
        BlockInside inside = new BlockInside(navigation);
        pipeline.setHandler(Stage.BLOCKS, () -> {
            navigation.open(ScreenId.opens(Stage.BLOCKS));
            inside.show(pipeline.anchor(Stage.BLOCKS));
        });
        session.readingProperty().subscribe(this::describe);
        describe(null, session.reading());
        StageDetails.bind(pipeline, session, model.generation(), appearance);
        TopBar bar = new TopBar(
                session, appearance, shared.learning().shelf().shownProperty(), () -> navigation.open(ScreenId.MODELS));
        bar.visibleProperty().bind(appearance.presentingProperty().not());
        bar.managedProperty().bind(bar.visibleProperty());
        VBox top = new VBox(bar, pipeline);
        top.getStyleClass().add("window-top");
        ScreenFrame screens = new ScreenFrame(navigation, appearance, id -> Screens.create(id, shared));
        Learning learning = shared.learning();
        BooleanBinding beside = learning.shelf()
                .shownProperty()
                .and(appearance.presentingProperty().not());
        BorderPane contents = new BorderPane(new LessonSide(screens, new LessonPanel(shared), beside, appearance));
        contents.setTop(top);
        WindowRoot root = new WindowRoot(contents);
        presentation = new Presentation(root, learning.player(), appearance, this::press);
        contents.setBottom(presentation.band());
        root.addOverlay(LessonPointing.over(contents, learning.player(), beside.or(appearance.presentingProperty())));
        root.addOverlay(presentation.spotlight());
        this.scene = new Scene(root, WIDTH, HEIGHT);
        Stylesheets.install(scene, appearance);
        // As a filter, so that a focused control does not take the keys that work everywhere.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        LessonKeys.install(scene, learning);
        FileDrop.install(scene, learning.shelf(), place -> {
            navigation.open(ScreenId.MODELS);
            shared.library().open(place);
        });
        learning.player().lessonProperty().subscribe((@Nullable Lesson open) -> {
            if (open != null) {
                learning.shelf().shownProperty().set(true);
            }
        });
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

    private void press(KeyEvent event) {
        if (appearance.presentingProperty().get() && presentation.press(event)) {
            return;
        }
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.combinations().stream().anyMatch(keys -> keys.match(event)) && applies(shortcut)) {
                run(shortcut);
                event.consume();
                return;
            }
        }
    }

    /** While presenting, some more keys have a meaning; what one types in a field is not one of them. */
    private boolean applies(Shortcut shortcut) {
        return switch (shortcut) {
            case SPOTLIGHT, LARGER_SPOTLIGHT, SMALLER_SPOTLIGHT ->
                appearance.presentingProperty().get() && !(scene.getFocusOwner() instanceof TextInputControl);
            case STEP,
                    SAMPLE,
                    PLAY,
                    BACK,
                    RESET,
                    VECTORS,
                    LEVEL_UP,
                    LEVEL_DOWN,
                    NEXT_SCREEN,
                    PREVIOUS_SCREEN,
                    LARGER,
                    SMALLER,
                    NORMAL_SIZE,
                    PRESENT,
                    NOTES -> true;
        };
    }

    private void run(Shortcut shortcut) {
        switch (shortcut) {
            case PRESENT -> presentation.toggle();
            case NOTES -> presentation.showNotes();
            case SPOTLIGHT -> presentation.spotlight().toggle();
            case LARGER_SPOTLIGHT -> presentation.spotlight().larger();
            case SMALLER_SPOTLIGHT -> presentation.spotlight().smaller();
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
