package tokenwalk.app.lesson.model;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.generation.model.Presses;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.Sentence;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.lesson.Task;

/**
 * Watches for what a step waits for. What is pressed or chosen counts only from the step's beginning on; a value that is
 * wanted counts as soon as it is there. What was done stays done.
 */
final class TaskWatch {
    private final SessionModel session;
    private final WalkthroughModel walkthrough;
    private final NavigationModel navigation;
    private final ReadOnlyObjectWrapper<TaskState> state =
            new ReadOnlyObjectWrapper<>(this, "state", TaskState.NOTHING);
    private @Nullable Task task;
    private Optional<FactValue> goal = Optional.empty();
    private Presses pressesBefore;
    private @Nullable Sentence sentenceBefore;
    private String promptBefore = "";
    private boolean fresh;

    TaskWatch(SessionModel session, WalkthroughModel walkthrough, NavigationModel navigation) {
        this.session = session;
        this.walkthrough = walkthrough;
        this.navigation = navigation;
        GenerationModel generation = walkthrough.generation();
        this.pressesBefore = generation.pressesProperty().get();
        session.readingProperty().subscribe(this::check);
        session.busyProperty().subscribe(this::check);
        session.promptProperty().subscribe(this::check);
        session.sentenceProperty().subscribe(this::check);
        session.positionProperty().subscribe(this::check);
        session.layerProperty().subscribe(this::check);
        session.headProperty().subscribe(this::check);
        session.levelProperty().subscribe(this::check);
        walkthrough.attention().showVectorsProperty().subscribe(this::check);
        navigation.screenProperty().subscribe(this::check);
        generation.pressesProperty().subscribe(this::check);
        generation.playingProperty().subscribe(this::check);
        generation.policyProperty().subscribe(this::check);
        generation.seedProperty().subscribe(this::check);
        generation.maximumProperty().subscribe(this::check);
        generation.drawingProperty().subscribe(this::check);
    }

    ReadOnlyObjectProperty<TaskState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Begins to watch: what happens from now on counts. */
    void begin(Task wanted) {
        task = null;
        state.set(TaskState.NOTHING);
        goal = Optional.empty();
        pressesBefore = walkthrough.generation().pressesProperty().get();
        sentenceBefore = session.sentenceProperty().get();
        promptBefore = session.promptProperty().get();
        fresh = true;
        task = wanted;
        check();
    }

    /** Says which number the task wants, once that is computed. */
    void seek(Optional<FactValue> value) {
        goal = value;
        check();
    }

    void end() {
        task = null;
        state.set(TaskState.NOTHING);
    }

    /** @return the level the task wants, if it wants one */
    Optional<Integer> goalLevel() {
        return task instanceof Task.MoveToLevel ? goalNumber() : Optional.empty();
    }

    private Optional<Integer> goalNumber() {
        try {
            return goal.map(FactNumbers::whole);
        } catch (FactException e) {
            return Optional.empty();
        }
    }

    private void check() {
        Task now = task;
        if (now == null || state.get().done()) {
            return;
        }
        boolean done = isDone(now);
        // The first look that can tell: a number that is still being computed is no look.
        boolean already = done && fresh;
        if (!needsNumber(now) || goalNumber().isPresent()) {
            fresh = false;
        }
        OptionalInt wanted = goalNumber().map(OptionalInt::of).orElse(OptionalInt.empty());
        state.set(new TaskState(done, already, wanted, reached(now)));
    }

    private static boolean needsNumber(Task task) {
        return task instanceof Task.ChooseToken
                || task instanceof Task.MoveToLevel
                || task instanceof Task.ChooseLayer
                || task instanceof Task.ChooseHead;
    }

    private boolean isDone(Task task) {
        return switch (task) {
            case Task.ChooseSentence(Optional<String> text) -> isChosen(text);
            case Task.TypeText(int tokens) -> ownTokens() >= tokens;
            case Task.ChooseToken _ -> is(session.positionProperty().get() + 1);
            case Task.MoveToLevel _ -> is(session.levelProperty().get());
            case Task.ChooseLayer _ -> is(session.layerProperty().get());
            case Task.ChooseHead _ -> is(session.headProperty().get());
            case Task.ShowVectors _ ->
                walkthrough.attention().showVectorsProperty().get();
            case Task.OpenScreen(var place) -> navigation.screenProperty().get() == ScreenId.of(place);
            // What was pressed is done when the longer or shorter text is there, and Play when it has come to its end.
            case Task.Press(Task.Button button, int times) ->
                pressed(button) >= times
                        && !session.busyProperty().get()
                        && !walkthrough.generation().playingProperty().get();
            case Task.SetKnob(Task.Knob knob, double value) ->
                Math.abs(Knobs.get(walkthrough.generation(), knob) - value) < 1e-6;
            case Task.ChooseDrawing(boolean drawing) ->
                walkthrough.generation().drawingProperty().get() == drawing;
        };
    }

    private boolean isChosen(Optional<String> text) {
        Sentence now = session.sentenceProperty().get();
        boolean chosen = text.map(
                        wanted -> wanted.equals(session.promptProperty().get()))
                .orElse(now != null && !now.equals(sentenceBefore));
        return chosen && !session.busyProperty().get();
    }

    /** How many tokens the learner's own text has; 0 while there is none since the step began. */
    private int ownTokens() {
        Reading reading = session.reading();
        boolean own = session.sentenceProperty().get() == null
                && !session.promptProperty().get().equals(promptBefore)
                && !session.busyProperty().get();
        return own && reading != null ? reading.promptLength() : 0;
    }

    private boolean is(int value) {
        return session.reading() != null
                && goalNumber().filter(wanted -> wanted == value).isPresent();
    }

    private long pressed(Task.Button button) {
        Presses now = walkthrough.generation().pressesProperty().get();
        return switch (button) {
            case STEP -> now.steps() - pressesBefore.steps();
            case SAMPLE -> now.draws() - pressesBefore.draws();
            case PLAY -> now.plays() - pressesBefore.plays();
            case BACK -> now.backs() - pressesBefore.backs();
            case RESET -> now.restarts() - pressesBefore.restarts();
        };
    }

    private String reached(Task task) {
        return switch (task) {
            case Task.ChooseToken _ -> from("token", session.positionProperty().get() + 1);
            case Task.MoveToLevel _ -> from("level", session.levelProperty().get());
            case Task.ChooseLayer _ -> from("layer", session.layerProperty().get());
            case Task.ChooseHead _ -> from("head", session.headProperty().get());
            case Task.TypeText(int tokens) -> ownTokens() == 0 ? "" : ownTokens() + " of " + tokens + " tokens";
            case Task.Press(Task.Button button, int times) ->
                times == 1 ? "" : String.format("%,d of %,d", Math.min(times, pressed(button)), times);
            case Task.SetKnob(Task.Knob knob, double value) ->
                Knobs.name(knob) + " " + Knobs.words(knob, Knobs.get(walkthrough.generation(), knob)) + " → "
                        + Knobs.words(knob, value);
            case Task.ChooseSentence _, Task.ShowVectors _, Task.OpenScreen _, Task.ChooseDrawing _ -> "";
        };
    }

    private String from(String what, int now) {
        return goalNumber()
                .map(wanted -> wanted == now ? what + " " + now : what + " " + now + " → " + wanted)
                .orElse("");
    }
}
