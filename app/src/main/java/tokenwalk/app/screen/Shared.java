package tokenwalk.app.screen;

import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.background.Background;
import tokenwalk.app.lesson.model.Learning;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.LessonShelf;
import tokenwalk.app.lesson.model.StateSetter;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.progress.ProgressFile;

/** What all screens share: the one session, the walkthrough's models (generation and its policy among them), and looks. */
public record Shared(
        SessionModel session,
        WalkthroughModel walkthrough,
        Background background,
        Appearance appearance,
        NavigationModel navigation,
        Learning learning) {

    /** Puts the models together around one session. */
    public static Shared around(
            SessionModel session, Background background, Appearance appearance, ProgressFile progressFile) {
        WalkthroughModel walkthrough = new WalkthroughModel(session, background);
        NavigationModel navigation = new NavigationModel();
        ProgressModel progress = new ProgressModel(progressFile, background);
        StateSetter states = new StateSetter(session, walkthrough, navigation, background);
        LessonPlayer player = LessonPlayer.around(session, walkthrough, navigation, background, states, progress);
        LessonShelf shelf = new LessonShelf(background);
        // Who edits a lesson's file sees the open step change.
        shelf.packsProperty().subscribe(() -> {
            Lesson open = player.lessonProperty().get();
            if (open != null) {
                shelf.find(open.id()).filter(now -> !now.equals(open)).ifPresent(player::replace);
            }
        });
        Learning learning = new Learning(shelf, player, progress, states);
        return new Shared(session, walkthrough, background, appearance, navigation, learning);
    }
}
