package tokenwalk.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.library.model.HubShelf;
import tokenwalk.app.library.model.SettingsFile;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.IdleWarmUp;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.window.MainWindow;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.progress.ProgressFile;
import tokenwalk.runtime.hub.ModelStore;
import tokenwalk.runtime.model.ModelLoader;

/** Puts the parts together and opens the window. Its one parameter is the model's path. */
public final class TokenwalkApplication extends Application {
    private static final double MIN_WIDTH = 640;
    private static final double MIN_HEIGHT = 480;

    private final Background background = Background.onFxThread();
    private @Nullable Shared shared;

    @Override
    public void start(Stage stage) {
        List<String> parameters = getParameters().getRaw();
        Path file = Path.of(parameters.getFirst());
        ModelLoader loader = new ModelLoader();
        SessionModel session = new SessionModel(background, loader::open, SentenceCatalogue.bundled());
        IdleWarmUp.of(session, background);
        // While the window is built: what it tells waits for the FX thread.
        session.open(file);
        Appearance appearance = new Appearance();
        Shared all = Shared.around(
                session,
                background,
                appearance,
                new Shared.Kept(
                        new ProgressFile(ProgressFile.usualPlace()),
                        new SettingsFile(SettingsFile.usualPlace()),
                        new HubShelf(ModelStore.usual(), loader::estimate)));
        shared = all;
        MainWindow window = new MainWindow(all);
        stage.setTitle("Tokenwalk");
        stage.setScene(window.scene());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.show();
    }

    @Override
    public void stop() {
        if (shared != null) {
            shared.learning().progress().close();
        }
        background.close();
    }
}
