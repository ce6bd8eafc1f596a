package tokenwalk.app.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tokenwalk.app.lesson.model.Learning;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.LessonShelf;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.practice.LabCell;
import tokenwalk.lessons.practice.LabTask;
import tokenwalk.lessons.practice.Softmax;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;

/** Pictures of all that teaches: lessons, practice, and the app before a class. */
final class LearningPictures {
    private static final List<ScreenId> PRESENTED =
            List.of(ScreenId.LENS, ScreenId.SAMPLER, ScreenId.TOKENS, ScreenId.ATTENTION);
    /** Lesson 4, counted from 0: how ` is` becomes ` Paris`. */
    private static final int WALK = 3;

    private final Stagehand stagehand;
    private final Gallery gallery;

    LearningPictures(Stagehand stagehand, Gallery gallery) {
        this.stagehand = stagehand;
        this.gallery = gallery;
    }

    /** As a class sees it: screens without a lesson, the second step of one, and the spotlight on it. */
    void present(StagedApp app) throws IOException {
        stagehand.act(() -> app.appearance().presentingProperty().set(true));
        for (Theme theme : Theme.values()) {
            String suffix = theme == Theme.LIGHT ? "" : "-dark";
            stagehand.act(() -> app.appearance().themeProperty().set(theme));
            for (ScreenId id : PRESENTED) {
                gallery.step(
                        app,
                        "presenter-" + id.name().toLowerCase(Locale.ROOT) + suffix,
                        () -> app.shared().navigation().open(id));
            }
            LessonPlayer player = app.shared().learning().player();
            stagehand.act(() ->
                    player.open(LessonPack.bundled().files().get(WALK).lesson().orElseThrow()));
            gallery.step(app, "presenter-lesson" + suffix, () -> press(app, KeyCode.PAGE_DOWN));
            gallery.step(app, "presenter-spotlight" + suffix, () -> press(app, KeyCode.S));
            stagehand.act(() -> {
                press(app, KeyCode.S);
                player.leave();
            });
        }
        stagehand.act(() -> {
            app.appearance().themeProperty().set(Theme.LIGHT);
            app.appearance().presentingProperty().set(false);
        });
    }

    private static void press(StagedApp app, KeyCode code) {
        Event.fireEvent(app.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /** Practice that has begun. */
    void practice(StagedApp app) throws IOException {
        stagehand.act(() -> app.shared().navigation().open(ScreenId.FLASHCARDS));
        gallery.step(app, "flashcard-turned", () -> fire(app, "#card-turn"));
        LabCell share = new LabCell(LabTask.SOFTMAX, LabCell.Kind.SHARE, 0);
        String notDivided =
                "%.3f".formatted(Softmax.of(LabTask.SOFTMAX.distribution()).exponential(0));
        gallery.step(app, "lab-hint", () -> {
            app.shared().navigation().open(ScreenId.LAB);
            app.shared()
                    .learning()
                    .progress()
                    .change(now ->
                            now.withAnswer(share.id(), new GivenAnswer(notDivided, Verdict.WRONG, LocalDate.EPOCH)));
        });
        gallery.step(app, "lab-free-play", () -> fire(app, "#lab-part > .right-pill"));
        stagehand.act(() -> app.shared().navigation().open(ScreenId.ATTENTION));
    }

    private static void fire(StagedApp app, String button) {
        ((ButtonBase) app.root().lookup(button)).fire();
    }

    /** The list of lessons, and the first step of each kind of the lesson that has most of them. */
    void lessons(StagedApp app) throws IOException {
        Learning learning = app.shared().learning();
        LessonPlayer player = learning.player();
        gallery.step(app, "lessons", () -> learning.shelf().shownProperty().set(true));
        Optional<Lesson> walk = stagehand.get(() -> learning.shelf().packsProperty().get().stream()
                .flatMap(pack -> LessonShelf.lessons(pack).stream())
                .max(Comparator.comparingInt(LearningPictures::kinds)));
        if (walk.isPresent()) {
            stagehand.act(() -> player.open(walk.get()));
            HashSet<Class<?>> seen = new HashSet<>();
            for (Step now = stagehand.get(player.stepProperty()::get);
                    now != null;
                    now = stagehand.get(player.stepProperty()::get)) {
                stagehand.settle();
                if (seen.add(now.getClass())) {
                    gallery.picture(
                            app, "lesson-" + now.getClass().getSimpleName().toLowerCase(Locale.ROOT));
                }
                stagehand.act(player::skip);
            }
        }
        stagehand.act(() -> {
            learning.shelf().shownProperty().set(false);
            app.model().reset();
            app.shared().navigation().reset();
        });
    }

    private static int kinds(Lesson lesson) {
        return (int) lesson.steps().stream().map(Step::getClass).distinct().count();
    }
}
