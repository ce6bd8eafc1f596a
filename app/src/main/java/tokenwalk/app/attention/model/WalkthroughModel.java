package tokenwalk.app.attention.model;

import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.drift.model.DriftModel;
import tokenwalk.app.drift.model.PrincipalComponents;
import tokenwalk.app.drift.model.ResidualStream;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.lens.model.HighlightedTokenModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;

/** All that the walkthrough shows: attention, drift, the highlighted token, and generation, of one session. */
public final class WalkthroughModel {
    /** Play waits so long between two steps, so that each can be seen. */
    public static final long STEP_PAUSE_MILLIS = 450;

    private final SessionModel session;
    private final AttentionModel attention;
    private final DriftModel drift;
    private final HighlightedTokenModel highlighted;
    private final GenerationModel generation;

    public WalkthroughModel(SessionModel session, Background background) {
        this.session = session;
        this.attention = new AttentionModel(session, background);
        this.drift = new DriftModel(new PrincipalComponents(), background.worker(), background.screen());
        this.highlighted = new HighlightedTokenModel(session, background);
        this.generation = new GenerationModel(session, background.after(STEP_PAUSE_MILLIS));
        session.readingProperty().subscribe(this::updateDrift);
    }

    private void updateDrift(@Nullable Reading before, @Nullable Reading now) {
        if (now == null) {
            return;
        }
        ResidualStream stream = ResidualStream.of(now.trace());
        if (before != null && now.samePrompt(before)) {
            drift.extend(stream);
        } else {
            drift.show(stream);
        }
    }

    public AttentionModel attention() {
        return attention;
    }

    public DriftModel drift() {
        return drift;
    }

    public HighlightedTokenModel highlighted() {
        return highlighted;
    }

    public GenerationModel generation() {
        return generation;
    }

    /** As at the beginning: the first sentence, level 0, strips folded, every setting at its beginning. */
    public void reset() {
        attention.reset();
        generation.reset();
        session.levelProperty().set(0);
        session.choose(session.sentences().getFirst());
    }
}
