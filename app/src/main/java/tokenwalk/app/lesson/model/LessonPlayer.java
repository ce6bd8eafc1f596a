package tokenwalk.app.lesson.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;
import tokenwalk.lessons.prose.Prose;

/** Plays a lesson: where the learner is, what the step says, whether it is done, and on to the next. */
public final class LessonPlayer {
    /** No step. */
    public static final int NONE = -1;

    private final SessionModel session;
    private final StateSetter states;
    private final Notebook notebook;
    private final TaskWatch watch;
    private final Lane lane;
    private final Function<Duration, Executor> after;
    private final Question question = new Question();
    private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson = new ReadOnlyObjectWrapper<>(this, "lesson");
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index", NONE);
    private final ReadOnlyObjectWrapper<@Nullable Step> step = new ReadOnlyObjectWrapper<>(this, "step");
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(this, "standing", Standing.NOWHERE);
    private final ReadOnlyObjectWrapper<StepContents> contents =
            new ReadOnlyObjectWrapper<>(this, "contents", StepContents.NONE);
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(this, "done");
    private final ReadOnlyBooleanWrapper hintShown = new ReadOnlyBooleanWrapper(this, "hintShown");
    private final ReadOnlyIntegerWrapper goalLevel = new ReadOnlyIntegerWrapper(this, "goalLevel", NONE);
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle", "");
    private final ReadOnlyObjectWrapper<Optional<Target>> pointedAt =
            new ReadOnlyObjectWrapper<>(this, "pointedAt", Optional.empty());
    private final List<Integer> path = new ArrayList<>();
    private @Nullable LiveFacts facts;
    private long entered;

    /** @return a player for one session */
    public static LessonPlayer around(
            SessionModel session,
            WalkthroughModel walkthrough,
            NavigationModel navigation,
            Background background,
            StateSetter states,
            ProgressModel progress) {
        TaskWatch watch = new TaskWatch(session, walkthrough, navigation);
        return new LessonPlayer(
                session, states, progress, watch, background, pause -> background.after(pause.toMillis()));
    }

    /** @param after delivers on the FX thread after a while, for hints */
    LessonPlayer(
            SessionModel session,
            StateSetter states,
            ProgressModel progress,
            TaskWatch watch,
            Background background,
            Function<Duration, Executor> after) {
        this.session = session;
        this.states = states;
        this.notebook = new Notebook(progress);
        this.watch = watch;
        this.lane = new Lane(background);
        this.after = after;
        session.readingProperty().subscribe(this::compute);
        states.settingProperty().subscribe(setting -> {
            if (!setting) {
                begin();
            }
        });
        watch.stateProperty().subscribe(this::judgeDone);
        question.givenProperty().subscribe(this::judgeDone);
        question.givenProperty().subscribe(this::keepAnswer);
        session.modelProperty().subscribe(this::findObstacle);
        lesson.subscribe(this::findObstacle);
    }

    /** The lesson that is open; null if none is. */
    public ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /** The open step's index in its lesson, or {@link #NONE}. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** The open step; null if no lesson is open. */
    public ReadOnlyObjectProperty<@Nullable Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Which step of how many. */
    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** All that the step says. */
    public ObservableValue<Wording> wordingProperty() {
        return contents.map(StepContents::wording);
    }

    /** What the learner reads. */
    public ObservableValue<Prose> proseProperty() {
        return contents.map(now -> now.wording().text());
    }

    /** What only the teacher reads. */
    public ObservableValue<Prose> notesProperty() {
        return contents.map(now -> now.wording().notes());
    }

    /** What the step points at. */
    public ObservableValue<Pointing> pointingProperty() {
        return contents.map(StepContents::pointing);
    }

    /** What a word of the step points at while the learner looks at that word. */
    public ReadOnlyObjectProperty<Optional<Target>> pointedAtProperty() {
        return pointedAt.getReadOnlyProperty();
    }

    public void pointAt(Optional<Target> target) {
        pointedAt.set(target);
    }

    /** How far the learner is with what a «do» step waits for. */
    public ReadOnlyObjectProperty<TaskState> taskProperty() {
        return watch.stateProperty();
    }

    /** The step's question, if it asks one. */
    public Question question() {
        return question;
    }

    /** Whether the step is done, so that one may go on. */
    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty hintShownProperty() {
        return hintShown.getReadOnlyProperty();
    }

    /** The level that a «do» step waits for, or {@link #NONE}. */
    public ReadOnlyIntegerProperty goalLevelProperty() {
        return goalLevel.getReadOnlyProperty();
    }

    /** What the lesson needs and the open model lacks, and what to do, in one line; empty if nothing. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** @return whether no step follows this one */
    public boolean atEnd() {
        Lesson now = lesson.get();
        return now != null && now.after(index.get(), wasRight()).isEmpty();
    }

    /** Opens a lesson where the learner left it; a finished one at its beginning. */
    public void open(Lesson chosen) {
        keepPlace();
        start(chosen, notebook.place(chosen));
    }

    /** Takes up an edited lesson at the step that was open; the app stays as it is. */
    public void replace(Lesson edited) {
        if (lesson.get() == null) {
            return;
        }
        int at = Math.min(index.get(), edited.steps().size() - 1);
        path.removeIf(passed -> passed > at);
        lesson.set(edited);
        enter(at);
        begin();
    }

    /** Takes the lesson from its beginning, its answers forgotten. */
    public void restart() {
        Lesson now = lesson.get();
        if (now != null) {
            notebook.beginAnew(now);
            start(now, 0);
        }
    }

    /** Goes to any step, and puts the app as it is there. */
    public void goTo(int at) {
        Lesson now = lesson.get();
        if (now != null) {
            start(now, Objects.checkIndex(at, now.steps().size()));
        }
    }

    private void start(Lesson chosen, int at) {
        lesson.set(chosen);
        path.clear();
        path.addAll(LessonPath.to(chosen, at));
        if (isSilent(chosen.steps().get(at))) {
            path.add(spoken(chosen, at));
        }
        enter(path.getLast());
        set(LessonPath.stateAt(chosen, path));
    }

    /** @return the first step from here on that has something to say; the last if none has */
    private static int spoken(Lesson lesson, int from) {
        int at = from;
        while (isSilent(lesson.steps().get(at))) {
            Optional<Integer> following = lesson.after(at, true);
            if (following.isEmpty()) {
                return at;
            }
            at = following.get();
        }
        return at;
    }

    /** @return whether the step only sets the app and has nothing to say */
    public static boolean isSilent(Step step) {
        return step instanceof Step.Set && step.frame().text().isEmpty();
    }

    /** Goes on if the step is done; after the last, leaves. */
    public void next() {
        if (done.get()) {
            goOn(AppState.UNCHANGED);
        }
    }

    /** Goes on in any case; what the step waited for is done for the learner. */
    public void skip() {
        if (step.get() instanceof Step.Do task && !done.get()) {
            AppState now = LessonPath.stateAt(Objects.requireNonNull(lesson.get()), path);
            goOn(LessonPath.done(task.until(), now));
        } else if (step.get() != null) {
            goOn(AppState.UNCHANGED);
        }
    }

    private boolean wasRight() {
        GivenAnswer answer = question.givenProperty().get();
        return answer == null || answer.verdict() != Verdict.WRONG;
    }

    private void goOn(AppState first) {
        Lesson now = lesson.get();
        if (now == null) {
            return;
        }
        AppState state = first;
        boolean wasSetting = states.settingProperty().get();
        Optional<Integer> following = now.after(index.get(), wasRight());
        while (following.isPresent()) {
            int at = following.get();
            path.add(at);
            Step entering = now.steps().get(at);
            if (entering instanceof Step.Set set) {
                state = LessonPath.merged(state, set.state());
            }
            if (!isSilent(entering)) {
                enter(at);
                set(wasSetting ? LessonPath.stateAt(now, path) : state);
                return;
            }
            following = now.after(at, true);
        }
        notebook.finish(now, index.get());
        leave();
    }

    /** Goes to the step before, and puts the app as it was there. */
    public void back() {
        Lesson now = lesson.get();
        if (now == null) {
            return;
        }
        int places = path.size() - 1;
        while (places > 0 && isSilent(now.steps().get(path.get(places - 1)))) {
            places--;
        }
        if (places > 0) {
            path.subList(places, path.size()).clear();
            enter(path.getLast());
            set(LessonPath.stateAt(now, path));
        }
    }

    /** Leaves the lesson; its place is kept. */
    public void leave() {
        keepPlace();
        lane.cancel();
        watch.end();
        question.end();
        path.clear();
        step.set(null);
        index.set(NONE);
        standing.set(Standing.NOWHERE);
        contents.set(StepContents.NONE);
        goalLevel.set(NONE);
        pointedAt.set(Optional.empty());
        done.set(false);
        lesson.set(null);
    }

    /** Shows the hint before its time. */
    public void showHint() {
        hintShown.set(true);
    }

    private void enter(int at) {
        Lesson now = lesson.get();
        if (now == null) {
            return;
        }
        entered++;
        Step entering = now.steps().get(at);
        lane.cancel();
        watch.end();
        goalLevel.set(NONE);
        hintShown.set(false);
        pointedAt.set(Optional.empty());
        contents.set(StepContents.asWritten(entering));
        index.set(at);
        standing.set(standingOf(now, at));
        question.begin(entering, Optional.ofNullable(notebook.answers(now).get(at)));
        step.set(entering);
        judgeDone();
        keepPlace();
        if (entering instanceof Step.Do task && !task.hint().text().isEmpty()) {
            long visit = entered;
            after.apply(task.hint().after()).execute(() -> {
                if (visit == entered) {
                    hintShown.set(true);
                }
            });
        }
    }

    private static Standing standingOf(Lesson lesson, int at) {
        long spoken = lesson.steps().stream().filter(step -> !isSilent(step)).count();
        long passed = lesson.steps().subList(0, at + 1).stream()
                .filter(step -> !isSilent(step))
                .count();
        return new Standing((int) passed, (int) spoken);
    }

    private void set(AppState state) {
        if (state.equals(AppState.UNCHANGED)) {
            begin();
        } else {
            states.set(state);
        }
    }

    /** The app is as the step wants it: what the learner does from now on counts. */
    private void begin() {
        if (step.get() instanceof Step.Do task) {
            watch.begin(task.until());
        }
        compute();
    }

    private void compute() {
        Step now = step.get();
        Reading reading = session.reading();
        // While a state is being set, the text on screen is not yet the one that the step speaks of.
        if (now == null || reading == null || states.settingProperty().get()) {
            return;
        }
        if (facts == null || facts.text().trace() != reading.trace()) {
            facts = new LiveFacts(Texts.of(reading));
        }
        LiveFacts live = facts;
        lane.run(() -> StepContents.of(now, live), this::computed, failure -> {
            throw new IllegalStateException(failure);
        });
    }

    private void computed(StepContents now) {
        contents.set(now);
        question.seek(now.sought(), now.problem());
        watch.seek(now.sought());
        goalLevel.set(watch.goalLevel().orElse(NONE));
    }

    private void judgeDone() {
        done.set(
                switch (step.get()) {
                    case null -> false;
                    case Step.Explain _, Step.Set _ -> true;
                    case Step.Do _ -> watch.stateProperty().get().done();
                    case Step.Predict _, Step.Ask _ -> question.givenProperty().get() != null;
                });
    }

    private void findObstacle() {
        obstacle.set(Obstacle.between(lesson.get(), session.modelProperty().get()));
    }

    private void keepAnswer(@Nullable GivenAnswer answer) {
        Lesson now = lesson.get();
        if (now != null && answer != null) {
            notebook.keepAnswer(now, index.get(), answer);
        }
    }

    private void keepPlace() {
        Lesson now = lesson.get();
        if (now != null && index.get() != NONE) {
            notebook.keepPlace(now, index.get());
        }
    }
}
