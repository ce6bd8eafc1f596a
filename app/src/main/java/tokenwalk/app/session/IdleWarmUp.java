package tokenwalk.app.session;

import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.runtime.generation.WarmUp;
import tokenwalk.runtime.model.LanguageModel;

/**
 * Warms a model while nothing else is asked for, so that only its first sentence is slow. It begins once that sentence is on
 * screen and gives way to whatever comes.
 */
public final class IdleWarmUp {
    private final Background background;
    private @Nullable LanguageModel warmed;

    private IdleWarmUp(Background background) {
        this.background = background;
    }

    /** Warms each model that the session opens. */
    public static void of(SessionModel session, Background background) {
        IdleWarmUp warmUp = new IdleWarmUp(background);
        session.readingProperty().subscribe(reading -> {
            if (reading != null) {
                warmUp.warm(reading.model());
            }
        });
    }

    private void warm(LanguageModel model) {
        if (model == warmed) {
            return;
        }
        warmed = model;
        WarmUp warmUp = new WarmUp(model);
        background.runWhenIdle(new Background.IdleWork() {
            @Override
            public void run() {
                warmUp.run();
            }

            @Override
            public boolean isDone() {
                return warmUp.isDone();
            }
        });
    }
}
