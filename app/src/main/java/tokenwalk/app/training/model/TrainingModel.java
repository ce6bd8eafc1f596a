package tokenwalk.app.training.model;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

/**
 * What the model pays for each guess of a text: the session's sentence, or a text that is pasted here. Works in pieces, so
 * that a long text shows as it goes, can be broken off, and lets other work pass; nothing while it is not shown.
 */
public final class TrainingModel {
    /** So many positions are guessed at once. */
    private static final int PIECE = 32;

    private static final int GRADIENT_ENTRIES = 10;

    private final SessionModel session;
    private final Lane guessing;
    private final Lane gradients;

    private final ReadOnlyObjectWrapper<List<Token>> tokens = new ReadOnlyObjectWrapper<>(this, "tokens", List.of());
    private final ReadOnlyObjectWrapper<TextLosses> losses =
            new ReadOnlyObjectWrapper<>(this, "losses", TextLosses.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Gradient> gradient = new ReadOnlyObjectWrapper<>(this, "gradient");
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
    private final ReadOnlyBooleanWrapper own = new ReadOnlyBooleanWrapper(this, "own");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    private boolean shown;
    private @Nullable TextUnderTraining text;
    private @Nullable Reading known;

    public TrainingModel(SessionModel session, Background background) {
        this.session = session;
        this.guessing = new Lane(background);
        this.gradients = new Lane(background);
        session.readingProperty().subscribe(this::update);
        session.positionProperty().subscribe(this::follow);
        session.modelProperty().subscribe(() -> own.set(false));
    }

    /** The text's tokens; the input of a guess stands in front of its target. */
    public ReadOnlyObjectProperty<List<Token>> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TextLosses> lossesProperty() {
        return losses.getReadOnlyProperty();
    }

    /** The gradient of the chosen guess; null before it is computed. */
    public ReadOnlyObjectProperty<@Nullable Gradient> gradientProperty() {
        return gradient.getReadOnlyProperty();
    }

    /** The chosen guess's position. */
    public ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** Whether guesses are being made. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Whether the text is one that was pasted here. */
    public ReadOnlyBooleanProperty ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** Why the pasted text could not be read, in one line; empty if it could. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Works only while it is shown. */
    public void setShown(boolean now) {
        shown = now;
        if (!shown) {
            guessing.cancel();
            // What was not even split into tokens is given up; what was begun goes on when it is shown again.
            working.set(working.get() && text != null);
        } else if (text != null && working.get() && (own.get() || known == session.reading())) {
            guessFrom(text, losses.get().guesses().size());
        }
        update();
    }

    /** Chooses a guess; of the session's sentence that is its token everywhere. */
    public void choose(int index) {
        if (index < 0 || index == position.get() || index >= tokens.get().size() - 1) {
            return;
        }
        position.set(index);
        computeGradient();
        if (!own.get()) {
            session.positionProperty().set(index);
        }
    }

    /** Reads a pasted text. */
    public void readOwn(String pasted) {
        LanguageModel model = session.modelProperty().get();
        if (model == null) {
            return;
        }
        own.set(true);
        known = null;
        text = null;
        problem.set("");
        working.set(true);
        guessing.run(
                () -> new TextUnderTraining(model, atLeastTwo(model.encodePrompt(pasted)), null),
                this::begin,
                this::failed);
    }

    private static List<Token> atLeastTwo(List<Token> encoded) {
        if (encoded.size() < 2) {
            throw new IllegalArgumentException("One token has nothing to guess. Paste at least two words.");
        }
        return encoded;
    }

    /** Goes back to the session's sentence. */
    public void reset() {
        own.set(false);
        known = null;
        problem.set("");
        update();
    }

    /** Breaks off; what was computed stays. */
    public void cancel() {
        guessing.cancel();
        working.set(false);
    }

    private void update() {
        Reading reading = session.reading();
        if (!shown || own.get() || reading == null || reading == known) {
            return;
        }
        known = reading;
        begin(new TextUnderTraining(reading.model(), reading.trace().tokens(), reading.trace()));
    }

    private void begin(TextUnderTraining now) {
        text = now;
        gradients.cancel();
        gradient.set(null);
        losses.set(new TextLosses(List.of(), now.guesses()));
        int last = Math.max(0, now.guesses() - 1);
        position.set(own.get() ? 0 : Math.min(session.positionProperty().get(), last));
        tokens.set(now.tokens());
        guessFrom(now, 0);
    }

    private void guessFrom(TextUnderTraining now, int from) {
        int to = Math.min(now.guesses(), from + PIECE);
        working.set(from < to);
        if (from < to) {
            guessing.run(() -> now.guess(from, to), guesses -> guessed(now, guesses, to), this::failed);
        }
    }

    private void guessed(TextUnderTraining now, List<Guess> guesses, int to) {
        List<Guess> longer = new ArrayList<>(losses.get().guesses());
        boolean waited = longer.size() <= position.get();
        longer.addAll(guesses);
        losses.set(new TextLosses(longer, now.guesses()));
        if (waited) {
            computeGradient();
        }
        guessFrom(now, to);
    }

    private void failed(Exception failure) {
        working.set(false);
        String message = failure.getMessage();
        problem.set(message == null ? failure.toString() : message);
    }

    private void follow() {
        if (!own.get() && known == session.reading() && text != null) {
            int last = Math.max(0, text.guesses() - 1);
            int index = Math.min(session.positionProperty().get(), last);
            if (index != position.get()) {
                position.set(index);
                computeGradient();
            }
        }
    }

    private void computeGradient() {
        TextUnderTraining now = text;
        int index = position.get();
        if (now != null && index < losses.get().guesses().size()) {
            gradients.run(() -> now.gradient(index, GRADIENT_ENTRIES), gradient::set, this::failed);
        }
    }
}
