package tokenwalk.app.lesson.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tokenwalk.app.TestModel;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.background.HandRun;
import tokenwalk.app.lesson.TestLesson;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.progress.Progress.LessonProgress;
import tokenwalk.lessons.progress.Progress.Verdict;
import tokenwalk.lessons.progress.ProgressFile;

class LessonPlayerTest {
    private static final int EXPLAIN = 0;
    private static final int DO = 2;
    private static final int PREDICT = 3;
    private static final int NUMBER = 4;
    private static final int CHOICE = 5;
    private static final int OPEN = 6;
    private static final int AGAIN = 7;
    private static final int PRESS = 8;
    private static final int LAST = 9;

    private final HandRun hand = new HandRun();
    private final SessionModel session =
            new SessionModel(hand.background(), (_, _) -> TestModel.model(), SentenceCatalogue.bundled());
    private final WalkthroughModel walkthrough = new WalkthroughModel(session, hand.background());
    private final NavigationModel navigation = new NavigationModel();
    private final StateSetter states = new StateSetter(session, walkthrough, navigation, hand.background());
    private final List<Runnable> later = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final Lesson lesson = TestLesson.open();
    private ProgressModel progress;
    private LessonPlayer player;

    @BeforeEach
    void open(@TempDir Path folder) {
        progress = new ProgressModel(new ProgressFile(folder.resolve("progress.json")), hand.background());
        player = new LessonPlayer(
                session, states, progress, new TaskWatch(session, walkthrough, navigation), hand.background(), wait -> {
                    waits.add(wait);
                    return later::add;
                });
        session.open(Path.of("model.gguf"));
        hand.runAll();
        player.open(lesson);
        hand.runAll();
    }

    private int at() {
        return player.indexProperty().get();
    }

    private void next() {
        player.next();
        hand.runAll();
    }

    private void to(int step) {
        while (at() < step) {
            player.skip();
            hand.runAll();
        }
        assertThat(at()).isEqualTo(step);
    }

    @Test
    void anExplanationIsDoneAtOnceAndItsFactsAreComputed() {
        assertThat(at()).isEqualTo(EXPLAIN);
        assertThat(player.doneProperty().get()).isTrue();
        assertThat(player.proseProperty().getValue().plainText()).contains("␣Paris, with 97.6 %", "has 30 layers");
        assertThat(player.notesProperty().getValue().plainText()).isEqualTo("Ask the class.");
        assertThat(player.standingProperty().get()).isEqualTo(new Standing(1, 9));
    }

    @Test
    void factsFollowTheTextOnScreen() {
        session.showText("The opposite of hot is");
        hand.runAll();
        assertThat(player.proseProperty().getValue().plainText()).contains("has 5 tokens");
    }

    @Test
    void aSilentStateIsSetOnTheWay() {
        next();
        assertThat(at()).isEqualTo(DO);
        assertThat(session.levelProperty().get()).isEqualTo(21);
        assertThat(walkthrough.generation().policyProperty().get().temperature())
                .isEqualTo(0.5);
    }

    @Test
    void aTaskIsDoneWhenItsGoalIsReachedAndStaysDone() {
        to(DO);
        assertThat(player.goalLevelProperty().get()).isEqualTo(28);
        assertThat(player.taskProperty().get().reached()).isEqualTo("level 21 → 28");
        player.next();
        assertThat(at()).isEqualTo(DO);
        session.levelProperty().set(28);
        assertThat(player.doneProperty().get()).isTrue();
        assertThat(player.taskProperty().get().already()).isFalse();
        session.levelProperty().set(3);
        assertThat(player.doneProperty().get()).isTrue();
    }

    @Test
    void whatIsSoAlreadyIsSaidToBe() {
        session.levelProperty().set(28);
        Lesson only = new Lesson(
                "only",
                lesson.about(),
                lesson.requires(),
                Optional.empty(),
                List.of(lesson.steps().get(DO)));
        player.open(only);
        hand.runAll();
        assertThat(player.doneProperty().get()).isFalse();
        session.levelProperty().set(28);
        assertThat(player.taskProperty().get().already()).isFalse();
        player.replace(only);
        hand.runAll();
        assertThat(player.taskProperty().get().already()).isTrue();
    }

    @Test
    void skippingATaskLeavesTheAppAsIfItHadBeenDone() {
        to(PREDICT);
        assertThat(session.levelProperty().get()).isEqualTo(28);
    }

    @Test
    void aHintComesAfterItsTime() {
        to(DO);
        assertThat(waits).containsExactly(Duration.ofMinutes(10));
        assertThat(player.hintShownProperty().get()).isFalse();
        later.getFirst().run();
        assertThat(player.hintShownProperty().get()).isTrue();
    }

    @Test
    void aHintOfAStepThatWasLeftDoesNotCome() {
        to(PREDICT);
        later.forEach(Runnable::run);
        assertThat(player.hintShownProperty().get()).isFalse();
    }

    @Test
    void aPredictionIsMadeOnce() {
        to(PREDICT);
        assertThat(player.doneProperty().get()).isFalse();
        player.question().answer("Berlin");
        assertThat(player.question().revealedProperty().get()).isTrue();
        player.question().answer("Paris");
        assertThat(verdict()).isEqualTo(Verdict.WRONG);
        assertThat(player.doneProperty().get()).isTrue();
    }

    private Verdict verdict() {
        return Objects.requireNonNull(player.question().givenProperty().get()).verdict();
    }

    @Test
    void aQuestionMayBeTriedAgain() {
        to(NUMBER);
        player.question().answer("many");
        assertThat(player.doneProperty().get()).isFalse();
        assertThat(player.question().feedbackProperty().get()).isNotEmpty();
        player.question().answer("29");
        assertThat(verdict()).isEqualTo(Verdict.WRONG);
        assertThat(player.question().revealedProperty().get()).isFalse();
        player.question().answer("30");
        assertThat(verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(player.question().revealedProperty().get()).isTrue();
    }

    @Test
    void aWrongAnswerMayLeadElsewhere() {
        to(CHOICE);
        player.question().choose(0);
        next();
        assertThat(at()).isEqualTo(AGAIN);
        player.back();
        hand.runAll();
        assertThat(at()).isEqualTo(CHOICE);
        player.question().choose(1);
        next();
        assertThat(at()).isEqualTo(OPEN);
    }

    @Test
    void anOpenQuestionIsJudgedByTheLearner() {
        to(OPEN);
        player.question().reveal();
        assertThat(player.doneProperty().get()).isTrue();
        assertThat(verdict()).isEqualTo(Verdict.OPEN);
        player.question().grade(false);
        assertThat(verdict()).isEqualTo(Verdict.WRONG);
        next();
        assertThat(at()).as("it has no wrong way").isEqualTo(PRESS);
    }

    @Test
    void pressesCountFromTheStepsBeginning() {
        walkthrough.generation().step();
        hand.runAll();
        to(OPEN);
        player.question().reveal();
        next();
        assertThat(at()).isEqualTo(PRESS);
        assertThat(player.taskProperty().get().reached()).isEqualTo("0 of 2");
        walkthrough.generation().step();
        hand.runAll();
        assertThat(player.doneProperty().get()).isFalse();
        walkthrough.generation().step();
        hand.runAll();
        assertThat(player.doneProperty().get()).isTrue();
    }

    @Test
    void leavingAndComingBackKeepsPlaceAnswersAndState() {
        to(NUMBER);
        player.question().answer("30");
        player.leave();
        assertThat(player.lessonProperty().get()).isNull();
        session.choose(session.sentences().get(1));
        navigation.open(ScreenId.COST);
        hand.runAll();
        player.open(lesson);
        hand.runAll();
        assertThat(at()).isEqualTo(NUMBER);
        assertThat(verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(session.promptProperty().get()).isEqualTo(lesson.text().orElseThrow());
        assertThat(session.levelProperty().get()).isEqualTo(28);
        assertThat(navigation.screenProperty().get()).isEqualTo(ScreenId.ATTENTION);
    }

    @Test
    void goingBackPutsTheAppAsItWasThere() {
        to(PREDICT);
        session.levelProperty().set(2);
        player.back();
        hand.runAll();
        assertThat(at()).isEqualTo(DO);
        assertThat(session.levelProperty().get()).isEqualTo(21);
        player.back();
        hand.runAll();
        assertThat(at()).isEqualTo(EXPLAIN);
        assertThat(session.levelProperty().get()).isZero();
        player.back();
        assertThat(at()).isEqualTo(EXPLAIN);
    }

    @Test
    void theEndIsKeptAndRestartForgetsTheAnswersOnly() {
        to(NUMBER);
        player.question().answer("30");
        to(LAST);
        player.skip();
        assertThat(player.lessonProperty().get()).isNull();
        assertThat(kept().finished()).isTrue();
        player.open(lesson);
        hand.runAll();
        assertThat(at()).isEqualTo(EXPLAIN);
        player.restart();
        hand.runAll();
        assertThat(kept().answers()).isEmpty();
        assertThat(kept().finished()).isTrue();
    }

    private LessonProgress kept() {
        return Objects.requireNonNull(
                progress.progressProperty().get().lessons().get(lesson.id()));
    }

    @Test
    void everyTaskIsDoneByWhatSkippingItSets() {
        assertThat(lesson.steps()).filteredOn(Step.Do.class::isInstance).hasSize(2);
        to(PRESS);
        Step.Do press = (Step.Do) lesson.steps().get(PRESS);
        states.set(LessonPath.done(press.until(), AppState.UNCHANGED));
        hand.runAll();
        assertThat(walkthrough.generation().generated()).hasSize(2);
    }
}
