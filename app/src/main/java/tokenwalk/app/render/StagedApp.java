package tokenwalk.app.render;

import javafx.scene.layout.Region;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** The app, set up to be pictured. */
record StagedApp(Shared shared, Region root) {
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
