package tokenwalk.app.screen;

import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.background.Background;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** What all screens share: the one session, the walkthrough's models (generation and its policy among them), and looks. */
public record Shared(
        SessionModel session,
        WalkthroughModel walkthrough,
        Background background,
        Appearance appearance,
        NavigationModel navigation) {}
