package tokenwalk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.background.Background;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.window.MainWindow;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.runtime.model.ModelLoader;

/** Puts the parts together and opens the window. Its one parameter is the model's path. */
public final class TokenwalkApplication extends Application {
    private final Background background = Background.onFxThread();

    @Override
    public void start(Stage stage) {
        List<String> parameters = getParameters().getRaw();
        Path file = Path.of(parameters.getFirst());
        SessionModel session = new SessionModel(background, new ModelLoader()::open, SentenceCatalogue.bundled());
        Appearance appearance = new Appearance();
        MainWindow window = new MainWindow(session, new WalkthroughModel(session, background), appearance);
        stage.setTitle("Tokenwalk");
        stage.setScene(window.scene());
        stage.show();
        session.open(file, file.getFileName().toString(), sizeOf(file));
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // The loader will say what is wrong with the file.
            return 0;
        }
    }

    @Override
    public void stop() {
        background.close();
    }
}
