package tokenwalk.app.lesson.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.session.Generated;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.Sentence;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.token.Token;

/**
 * Puts the app in the state that a lesson or a card speaks of. What needs no text is set at once; the text is shown and
 * read; then so many tokens are appended; then what is chosen of the text is computed and set. While the model still opens,
 * all this waits for it.
 */
public final class StateSetter {
    private final SessionModel session;
    private final WalkthroughModel walkthrough;
    private final NavigationModel navigation;
    private final Lane lane;
    private final ReadOnlyBooleanWrapper setting = new ReadOnlyBooleanWrapper(this, "setting");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private @Nullable AppState wanted;
    private Optional<Expression> textToCome = Optional.empty();

    public StateSetter(
            SessionModel session, WalkthroughModel walkthrough, NavigationModel navigation, Background background) {
        this.session = session;
        this.walkthrough = walkthrough;
        this.navigation = navigation;
        this.lane = new Lane(background);
        session.readingProperty().subscribe(this::goOn);
        session.busyProperty().subscribe(this::goOn);
    }

    /** Whether a state is being set: its text is being read, or what is chosen of it is being computed. */
    public ReadOnlyBooleanProperty settingProperty() {
        return setting.getReadOnlyProperty();
    }

    /** Why the last state could not be set as a whole, in one line; empty if it could. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Sets what the state names and leaves the rest. What is still under way of an older state is dropped. */
    public void set(AppState state) {
        lane.cancel();
        problem.set("");
        wanted = state;
        textToCome = state.text();
        setting.set(true);
        setAtOnce(state);
        if (state.text().orElse(null) instanceof Expression.TextLiteral literal) {
            show(literal.text());
        }
        goOn();
    }

    private void setAtOnce(AppState state) {
        GenerationModel generation = walkthrough.generation();
        generation.pause();
        state.screen().map(ScreenId::of).ifPresent(navigation::open);
        state.vectors().ifPresent(walkthrough.attention().showVectorsProperty()::set);
        state.choosing().drawing().ifPresent(generation.drawingProperty()::set);
        state.choosing().stopStrings().ifPresent(generation.stopStringsProperty()::set);
        state.knobs().forEach((knob, value) -> Knobs.set(generation, knob, value));
    }

    /** Shows a text, the catalogue's sentence if it has this one; what is shown already is not read again. */
    private void show(String text) {
        textToCome = Optional.empty();
        Optional<Sentence> known = session.sentences().stream()
                .filter(sentence -> sentence.text().equals(text))
                .findFirst();
        boolean shown = text.equals(session.promptProperty().get())
                && session.problemProperty().get().isEmpty();
        if (known.isPresent()) {
            Sentence sentence = known.get();
            if (shown && sentence.equals(session.sentenceProperty().get())) {
                session.lookInto(sentence);
            } else {
                session.choose(sentence);
            }
        } else if (!shown) {
            session.showText(text);
        }
    }

    /** Takes the next step towards the wanted state, if the text that it needs has been read. */
    private void goOn() {
        AppState state = wanted;
        Reading reading = session.reading();
        if (state == null || reading == null || session.busyProperty().get()) {
            return;
        }
        if (textToCome.isPresent()) {
            Expression text = textToCome.get();
            lane.run(
                    () -> FactNumbers.words(Expressions.evaluate(text, Texts.of(reading))),
                    words -> {
                        show(words);
                        goOn();
                    },
                    this::giveUp);
        } else {
            // By way of the worker even where there is nothing to compute: the session itself still chooses the last
            // token of a text that was just read.
            lane.run(() -> Chosen.of(state.selection(), reading), chosen -> finish(state, chosen), this::giveUp);
        }
    }

    private void finish(AppState state, Chosen chosen) {
        if (state.text().isPresent() && !session.problemProperty().get().isEmpty()) {
            giveUp(new IllegalStateException(session.problemProperty().get()));
            return;
        }
        if (!appendsMore(state)) {
            wanted = null;
            chosen.layer().ifPresent(session.layerProperty()::set);
            chosen.head().ifPresent(session.headProperty()::set);
            chosen.position().ifPresent(session.positionProperty()::set);
            chosen.level().ifPresent(session.levelProperty()::set);
            problem.set(chosen.problem());
            setting.set(false);
        }
    }

    /** Brings the text to the wanted number of best tokens. @return whether a longer or shorter text is being read now */
    private boolean appendsMore(AppState state) {
        Optional<Integer> asked = state.choosing().generated();
        Reading reading = session.reading();
        if (reading == null || (asked.isEmpty() && state.text().isEmpty())) {
            return false;
        }
        List<Generated> now = reading.generated();
        int goal = asked.orElse(0);
        if (now.size() > goal) {
            session.continueWith(now.subList(0, goal));
            return true;
        }
        Distribution next = walkthrough.generation().distributionProperty().get();
        boolean ended = !now.isEmpty()
                && reading.model().endOfText().contains(now.getLast().token().id());
        if (now.size() == goal || ended || next == null) {
            return false;
        }
        Token best = reading.model().token(next.logits().tokenId(0));
        List<Generated> longer = new ArrayList<>(now);
        longer.add(new Generated(best, Generated.Origin.BEST, next.probability(0)));
        session.continueWith(longer);
        return true;
    }

    private void giveUp(Exception failure) {
        wanted = null;
        String message = failure.getMessage();
        problem.set(message == null ? failure.toString() : message);
        setting.set(false);
    }
}
