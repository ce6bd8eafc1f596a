package tokenwalk.app.lesson.model;

import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.lesson.AppState;

/** Puts the app in the state that a lesson or a card speaks of. */
public final class StateSetter {
    private final SessionModel session;
    private final WalkthroughModel walkthrough;
    private final NavigationModel navigation;

    public StateSetter(SessionModel session, WalkthroughModel walkthrough, NavigationModel navigation) {
        this.session = session;
        this.walkthrough = walkthrough;
        this.navigation = navigation;
    }

    /** Sets what the state names and leaves the rest. What depends on a new text follows when it has been read. */
    public void set(AppState state) {
        throw new UnsupportedOperationException(
                "not built yet: " + state + session.promptProperty().get() + walkthrough + navigation);
    }
}
