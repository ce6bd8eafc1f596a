package tokenwalk.app.screen;

import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.background.Background;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.lesson.model.Learning;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.LessonShelf;
import tokenwalk.app.lesson.model.StateSetter;
import tokenwalk.app.library.model.LibraryModel;
import tokenwalk.app.library.model.SettingsFile;
import tokenwalk.app.library.model.Shelf;
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
        Learning learning,
        LibraryModel library) {

    /**
     * What of the user's is kept on disk.
     *
     * @param shelf the models there are and those that can be fetched
     */
    public record Kept(ProgressFile progress, SettingsFile settings, Shelf shelf) {}

    /** Puts the models together around one session. */
    public static Shared around(SessionModel session, Background background, Appearance appearance, Kept kept) {
        WalkthroughModel walkthrough = new WalkthroughModel(session, background);
        NavigationModel navigation = new NavigationModel();
        ProgressModel progress = new ProgressModel(kept.progress(), background);
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
        ComparisonModel comparison = new ComparisonModel(
                session, walkthrough.generation(), background.after(WalkthroughModel.STEP_PAUSE_MILLIS));
        LibraryModel library = new LibraryModel(session, comparison, kept.shelf(), kept.settings(), background);
        return new Shared(session, walkthrough, background, appearance, navigation, learning, library);
    }
}
