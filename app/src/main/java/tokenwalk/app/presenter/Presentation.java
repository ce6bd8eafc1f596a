package tokenwalk.app.presenter;

import javafx.beans.binding.Bindings;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.theme.Appearance;

/** Presenter mode of a window: full screen, type as large as the window allows, and afterwards all as it was. */
public final class Presentation {
    /** Sizes are drawn for a window of this size. */
    private static final double WIDTH = 1920;

    private static final double HEIGHT = 1080;

    private final Region root;
    private final Appearance appearance;
    private final FullScreen fullScreen;
    private final Spotlight spotlight;
    private final LessonPlayer player;
    private final PresenterBand band;
    private final NotesWindow notes;
    private @Nullable Node focusedBefore;

    /**
     * @param root the window's contents, overlays included
     * @param keys the window's keys, which the notes' window takes too
     */
    public Presentation(Region root, LessonPlayer player, Appearance appearance, EventHandler<KeyEvent> keys) {
        this.root = root;
        this.appearance = appearance;
        this.fullScreen = new FullScreen(root, appearance.presentingProperty());
        this.spotlight = new Spotlight(appearance);
        this.player = player;
        this.band = new PresenterBand(player, appearance, this::showNotes);
        this.notes = new NotesWindow(player, appearance, event -> {
            if (!press(event)) {
                keys.handle(event);
            }
        });
        spotlight.follow(root);
        appearance
                .presentedSizeProperty()
                .bind(Bindings.createDoubleBinding(this::size, root.widthProperty(), root.heightProperty()));
        appearance.presentingProperty().subscribe((_, now) -> {
            if (now) {
                begin();
            } else {
                end();
            }
        });
    }

    /** Of width and height the one that there is less of decides; before the first layout the window is as drawn. */
    private double size() {
        return root.getWidth() == 0 ? 1 : Math.min(root.getWidth() / WIDTH, root.getHeight() / HEIGHT);
    }

    public Spotlight spotlight() {
        return spotlight;
    }

    /** @return what the class reads of the lesson: stands below the contents */
    public Region band() {
        return band;
    }

    public NotesWindow notes() {
        return notes;
    }

    public void showNotes() {
        if (root.getScene() != null && root.getScene().getWindow() != null) {
            notes.show(root.getScene().getWindow());
        }
    }

    /** Takes a key if it is one of a presenter's remote. @return whether it was */
    public boolean press(KeyEvent event) {
        boolean lesson = player.lessonProperty().get() != null;
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        KeyCode key = event.getCode();
        boolean space = key == KeyCode.SPACE && !(focusOwner(event) instanceof Control);
        if (lesson && (key == KeyCode.PAGE_DOWN || space)) {
            forward();
        } else if (lesson && key == KeyCode.PAGE_UP) {
            back();
        } else if (key == KeyCode.ESCAPE && appearance.presentingProperty().get()) {
            toggle();
        } else {
            return false;
        }
        event.consume();
        return true;
    }

    private static @Nullable Node focusOwner(KeyEvent event) {
        return event.getSource() instanceof Scene scene ? scene.getFocusOwner() : null;
    }

    /**
     * What a remote's one button does: the next page of the words, the answer that the class has said aloud, what the step
     * waits for, or the next step.
     */
    public void forward() {
        if (band.turnPage(1)) {
            return;
        }
        if (player.question().mayAnswer()) {
            player.question().reveal();
        } else if (player.doneProperty().get()) {
            player.next();
        } else {
            player.skip();
        }
    }

    /** To the page or the step before. */
    public void back() {
        if (!band.turnPage(-1)) {
            player.back();
        }
    }

    public void toggle() {
        appearance.presentingProperty().set(!appearance.presentingProperty().get());
    }

    private void begin() {
        focusedBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        // The presenter's remote drives the lesson, not the control that happened to be chosen.
        root.requestFocus();
        fullScreen.enter();
        if (Screen.getScreens().size() > 1) {
            showNotes();
        }
    }

    private void end() {
        spotlight.off();
        fullScreen.leave();
        Node before = focusedBefore;
        focusedBefore = null;
        if (before != null && before.getScene() == root.getScene()) {
            before.requestFocus();
        }
    }
}
