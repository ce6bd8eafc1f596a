package tokenwalk.app.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;
import tokenwalk.lessons.practice.LabTask;
import tokenwalk.lessons.practice.SlipFinder;
import tokenwalk.lessons.progress.Progress;
import tokenwalk.lessons.progress.Progress.Verdict;

/** Lab, self-check and flashcards in the real app. */
@ExtendWith(ApplicationExtension.class)
class PracticeScreensTest {
    private LiveApp app;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void settle(FxRobot robot) {
        this.robot = robot;
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void open(ScreenId id) {
        app.act(() -> app.shared().navigation().open(id));
    }

    @Test
    void aCardTurnsIsJudgedAndComesAgain() {
        open(ScreenId.FLASHCARDS);
        assertThat(text("#due")).isEqualTo("18 due today");
        app.picture("flashcards-question-light");
        press(KeyCode.SPACE);
        assertThat(text("#card-good")).endsWith("again in 1 day");
        app.picture("flashcards-answer-light");
        press(KeyCode.DIGIT2);
        assertThat(text("#due")).isEqualTo("17 due today");
        assertThat(box("loop")).isEqualTo(1);
        press(KeyCode.ENTER);
        press(KeyCode.LEFT);
        assertThat(box("logits")).isZero();
        assertThat(text("#due")).isEqualTo("17 due today");
        press(KeyCode.SPACE);
        looks("flashcards-answer");
    }

    @Test
    void allDoneIsAGoodEnd() {
        open(ScreenId.FLASHCARDS);
        for (int card = 0; card < 18; card++) {
            press(KeyCode.SPACE);
            press(KeyCode.RIGHT);
        }
        assertThat(shown("#all-done")).isTrue();
        assertThat(text(".done-words")).isEqualTo("18 cards are due tomorrow.");
        app.picture("flashcards-done-light");
        robot.clickOn("#browse-all");
        app.settle();
        assertThat(text("#card-place")).isEqualTo("1 / 18");
        press(KeyCode.LEFT);
        assertThat(text("#card-place")).isEqualTo("18 / 18");
        app.picture("flashcards-all-light");
    }

    @Test
    void aCardOpensTheAppInTheStateItSpeaksOf() {
        open(ScreenId.FLASHCARDS);
        app.act(() -> robot.lookup("#pile").<Pane>query().getChildren().stream()
                .map(ButtonBase.class::cast)
                .toList()
                .getLast()
                .fire());
        for (int card = 0; card < 4; card++) {
            press(KeyCode.RIGHT);
        }
        press(KeyCode.SPACE);
        click("#show-in-app");
        assertThat(app.get(() -> app.shared().navigation().screenProperty().get()))
                .isEqualTo(ScreenId.SAMPLER);
        assertThat(app.get(() -> app.shared()
                        .walkthrough()
                        .generation()
                        .policyProperty()
                        .get()
                        .topP()))
                .isEqualTo(0.9);
    }

    @Test
    void ownWordsThenTheAnswerThenHowItWent() {
        open(ScreenId.SELF_CHECK);
        app.picture("self-check-first-light");
        robot.clickOn("#own-answer");
        app.settle();
        app.act(() -> robot.lookup("#own-answer").<TextInputControl>query().setText("Tokens, logits, softmax, draw."));
        assertThat(shown("#model-answer")).isFalse();
        robot.press(KeyCode.ALT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.ALT);
        app.settle();
        assertThat(shown("#model-answer")).isTrue();
        press(KeyCode.DIGIT2);
        Progress.GivenAnswer given = Objects.requireNonNull(progress().answers().get("self-check/loop"));
        assertThat(given.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(given.text()).isEqualTo("Tokens, logits, softmax, draw.");
        assertThat(text("#self-check-summary")).contains("partly 1");
        app.picture("self-check-light");
        looks("self-check");
        click("#next-question");
        assertThat(text("#question-number")).isEqualTo("Question 2 of 7");
        assertThat(app.get(() ->
                        robot.lookup("#own-answer").<TextInputControl>query().getText()))
                .isEmpty();
        click("#previous-question");
        assertThat(app.get(() ->
                        robot.lookup("#own-answer").<TextInputControl>query().getText()))
                .isEqualTo("Tokens, logits, softmax, draw.");
    }

    @Test
    void theLabNamesTheSlipAndAcceptsTheRightNumber() {
        open(ScreenId.LAB);
        app.picture("lab-first-light");
        type("#lab-softmax-share-1", "54.598");
        assertThat(text("#hint-softmax")).isEqualTo("!  the: That is the exponential. Forgot to divide: by 86.440.");
        app.picture("lab-hint-light");
        type("#lab-softmax-share-1", "0.632");
        assertThat(text("#hint-softmax")).isEmpty();
        type("#lab-top-k-share-1", "0.666");
        assertThat(text("#hint-top-k")).startsWith("≈  the: Accepted. Rounded too early");
        LabTask.allCells().forEach(cell -> type("#" + cell.id().replace('/', '-'), SlipFinder.expected(cell)));
        assertThat(text("#tasks-done")).isEqualTo("6 of 6 done");
        type("#lab-cold-share-2", "0.256");
        assertThat(text("#hint-cold")).contains("Multiplied by T");
        looks("lab");
        click("#lab-reset");
        assertThat(text("#tasks-done")).isEqualTo("0 of 6 done");
        assertThat(app.get(() ->
                        robot.lookup("#lab-softmax-sum").<TextField>query().getText()))
                .isEmpty();
    }

    @Test
    void freePlayShowsThreeTemperaturesSideBySide() {
        open(ScreenId.LAB);
        app.act(() -> robot.lookup("#lab-part").<Pane>query().getChildren().stream()
                .map(ButtonBase.class::cast)
                .toList()
                .getLast()
                .fire());
        assertThat(List.of(text("#free-share-1-1"), text("#free-share-1-2"), text("#free-share-1-3")))
                .containsExactly("86.4 %", "63.2 %", "42.2 %");
        click("#add-word");
        app.act(() -> robot.lookup("#free-word-6").<TextField>query().setText("mine"));
        type("#free-logit-6", "4");
        assertThat(text("#free-share-6-2")).isEqualTo(text("#free-share-1-2"));
        click("#free-remove-1");
        assertThat(app.get(() -> robot.lookup("#free-word-5").<TextField>query().getText()))
                .isEqualTo("mine");
        app.picture("lab-free-light");
        looks("lab-free");
        click("#free-reset");
        assertThat(text("#free-share-1-2")).isEqualTo("63.2 %");
    }

    @Test
    void progressIsShownAndErasedWhereItStands() {
        app.act(() -> app.shared()
                .learning()
                .progress()
                .change(now -> now.withCard("loop", new Progress.CardProgress(1, LocalDate.EPOCH))));
        open(ScreenId.FLASHCARDS);
        robot.clickOn("#progress");
        app.settle();
        assertThat(text("#progress-counts")).contains("1 cards seen");
        robot.clickOn("#erase-progress");
        robot.clickOn("#erase-progress-no");
        app.settle();
        assertThat(progress().cards()).isNotEmpty();
        robot.clickOn("#erase-progress");
        robot.clickOn("#erase-progress-yes");
        app.settle();
        assertThat(progress()).isEqualTo(Progress.NONE);
        assertThat(text("#progress-counts")).isEqualTo("Nothing is kept yet.");
    }

    /** The same in the dark, with large text, and on a projector. */
    private void looks(String name) {
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture(name + "-dark");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.LIGHT));
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture(name + "-large");
        app.act(() -> app.shared().appearance().scaleTo(1));
        Region root = (Region) app.scene().getRoot();
        app.act(() -> {
            Pane around = new Pane();
            app.scene().setRoot(around);
            root.setPrefSize(1920, 1080);
            around.getChildren().add(root);
            app.shared().appearance().scaleTo(16 / 14.0);
        });
        app.picture(name + "-1920");
        app.act(() -> {
            ((Pane) app.scene().getRoot()).getChildren().clear();
            app.scene().setRoot(root);
            root.setPrefSize(Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);
            app.shared().appearance().scaleTo(1);
        });
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
        app.settle();
    }

    private void click(String id) {
        app.act(() -> robot.lookup(id).<ButtonBase>query().fire());
    }

    private void type(String id, String typed) {
        app.act(() -> {
            TextField field = robot.lookup(id).query();
            field.requestFocus();
            field.setText(typed);
            field.fireEvent(new ActionEvent());
        });
    }

    private Progress progress() {
        return app.get(
                () -> app.shared().learning().progress().progressProperty().get());
    }

    private int box(String card) {
        return Objects.requireNonNull(progress().cards().get(card)).box();
    }

    private String text(String id) {
        return app.get(() -> robot.lookup(id).<Labeled>query().getText());
    }

    private boolean shown(String id) {
        return app.get(() -> robot.lookup(id).<Node>query().isVisible());
    }
}
