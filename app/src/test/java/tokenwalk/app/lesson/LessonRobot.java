package tokenwalk.app.lesson;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import tokenwalk.app.LiveApp;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.session.Reading;
import tokenwalk.lessons.Sentence;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Part;

/** Does what a step asks for, with the controls that the learner has. */
final class LessonRobot {
    private final LiveApp app;
    private final FxRobot robot;

    LessonRobot(LiveApp app, FxRobot robot) {
        this.app = app;
        this.robot = robot;
    }

    /** @return what stands on the screen about the step, for a failure's message */
    String told() {
        return text("#lesson-wanted") + " " + text("#lesson-reached") + " " + text("#lesson-feedback");
    }

    private String text(String query) {
        return app.get(() -> ((Label) app.scene().lookup(query)).getText());
    }

    void perform(Step step) {
        switch (step) {
            case Step.Explain _, Step.Set _ -> {}
            case Step.Do task -> perform(task.until());
            case Step.Predict predict -> answer(predict.answer());
            case Step.Ask ask -> answer(ask.answer());
        }
    }

    private void answer(Answer answer) {
        switch (answer) {
            case Answer.Open _ -> {
                type("#lesson-answer", "In my own words.");
                fire("#lesson-check");
                fire("#lesson-had-it");
            }
            case Answer.Choice choice -> fire("#lesson-choice-" + (choice.correct() + 1));
            case Answer.Numeric number -> {
                type("#lesson-answer", written(evaluate(number.value())));
                fire("#lesson-check");
            }
            case Answer.OneToken token -> {
                type("#lesson-answer", written(evaluate(token.token())));
                fire("#lesson-check");
            }
        }
    }

    private FactValue evaluate(Expression expression) {
        Reading reading = reading();
        return Expressions.evaluate(expression, new ReadText(reading.model(), reading.trace(), reading.promptLength()));
    }

    private static String written(FactValue value) {
        return switch (value) {
            case FactValue.Count count -> Long.toString(count.value());
            case FactValue.Id id -> Integer.toString(id.value());
            case FactValue.Share share -> Double.toString(share.value() * 100) + " %";
            case FactValue.Decimal decimal -> Double.toString(decimal.value());
            case FactValue.OneToken token -> token.token().text();
            case FactValue.Words words -> words.text();
        };
    }

    private Reading reading() {
        return Objects.requireNonNull(app.get(() -> app.shared().session().reading()));
    }

    private int goal() {
        return app.get(() ->
                app.shared().learning().player().taskProperty().get().goal().orElseThrow());
    }

    private void perform(Task task) {
        switch (task) {
            case Task.ChooseSentence(var text) -> {
                ComboBox<Sentence> box = node("#sentence");
                Sentence wanted = box.getItems().stream()
                        .filter(sentence -> text.map(sentence.text()::equals).orElse(!sentence.equals(box.getValue())))
                        .findFirst()
                        .orElseThrow();
                app.act(() -> box.setValue(wanted));
            }
            case Task.TypeText _ -> {
                if (app.get(() -> app.scene().lookup("#text")) == null) {
                    open(ScreenId.TOKENS);
                }
                type("#text", "My own text about a small model that chooses its next word.");
                app.act(() -> node("#text").requestFocus());
                robot.type(KeyCode.ENTER);
            }
            case Task.ChooseToken _ -> token(goal());
            case Task.MoveToLevel _ -> level(goal());
            case Task.ChooseLayer _ -> choose("#layer", goal());
            case Task.ChooseHead _ -> choose("#head", goal());
            case Task.ShowVectors() -> {
                if (!app.get(() -> app.shared()
                        .walkthrough()
                        .attention()
                        .showVectorsProperty()
                        .get())) {
                    fire("#vectors");
                }
            }
            case Task.OpenScreen(var place) -> open(ScreenId.of(place));
            case Task.Press(Task.Button button, int times) -> press(button, times);
            case Task.SetKnob(Task.Knob knob, double value) -> turn(knob, value);
            case Task.ChooseDrawing(boolean drawing) -> {
                Node toggle = node("#choice");
                app.act(() -> ((ButtonBase) toggle.lookupAll(".toggle-button").stream()
                                .skip(drawing ? 1 : 0)
                                .findFirst()
                                .orElseThrow())
                        .fire());
            }
        }
    }

    private void token(int number) {
        Node row = app.get(() -> Marked.find(app.scene().getRoot(), Part.TOKENS).orElseThrow());
        Node chip = app.get(() -> Marked.find(app.scene().getRoot(), Part.TOKEN, OptionalInt.of(number))
                .orElseThrow());
        if (chip != row) {
            robot.clickOn(chip);
            return;
        }
        // Out of sight in a long row: the arrow keys lead there.
        app.act(row::requestFocus);
        int now = app.get(() -> app.shared().session().positionProperty().get()) + 1;
        for (int i = 0; i < Math.abs(number - now); i++) {
            robot.type(number > now ? KeyCode.RIGHT : KeyCode.LEFT);
        }
    }

    private void level(int goal) {
        Node slider = node("#level");
        app.act(slider::requestFocus);
        int now = app.get(() -> app.shared().session().levelProperty().get());
        for (int i = 0; i < Math.abs(goal - now); i++) {
            robot.type(goal > now ? KeyCode.RIGHT : KeyCode.LEFT);
        }
    }

    private void choose(String query, Integer value) {
        ComboBox<Integer> box = node(query);
        app.act(() -> box.setValue(value));
    }

    private void open(ScreenId screen) {
        if (screen.stage().isEmpty()) {
            // The ways to practice stand in the list, which the open lesson covers.
            app.act(() -> app.shared().navigation().open(screen));
            return;
        }
        String stage = screen.stage().get().name().toLowerCase(Locale.ROOT).replace('_', '-');
        fire("#stage-" + stage);
        String tab = "#tab-" + screen.name().toLowerCase(Locale.ROOT);
        if (app.get(() -> app.shared().navigation().screenProperty().get()) != screen) {
            fire(tab);
        }
    }

    private void press(Task.Button button, int times) {
        if (button == Task.Button.SAMPLE) {
            int left = times;
            for (; left >= 1000; left -= 1000) {
                fire("#sample-1000");
            }
            for (; left >= 100; left -= 100) {
                fire("#sample-100");
            }
            for (; left > 0; left--) {
                fire("#sample");
            }
            return;
        }
        String id = switch (button) {
            case STEP -> "#step";
            case PLAY -> "#play";
            case BACK -> "#back";
            case RESET -> "#reset";
            case SAMPLE -> throw new IllegalStateException();
        };
        for (int i = 0; i < times; i++) {
            fire(id);
            app.settle();
        }
    }

    private void turn(Task.Knob knob, double value) {
        switch (knob) {
            case TEMPERATURE -> app.act(() -> this.<Slider>node("#temperature").setValue(value));
            case TOP_P -> app.act(() -> this.<Slider>node("#top-p").setValue(value));
            case TOP_K -> {
                Slider slider = node("#top-k");
                for (int place = 0; place <= slider.getMax(); place++) {
                    int to = place;
                    app.act(() -> slider.setValue(to));
                    if (app.get(() -> app.shared()
                                    .walkthrough()
                                    .generation()
                                    .policyProperty()
                                    .get()
                                    .topK())
                            == value) {
                        return;
                    }
                }
                throw new AssertionError("The slider has no place for top-k " + value);
            }
            case SEED -> type("#seed", Long.toString(Math.round(value)));
            case MAXIMUM -> {
                fire("#counter");
                app.settle();
                Spinner<Integer> spinner = robot.listWindows().stream()
                        .map(window -> window.getScene().getRoot().lookup("#maximum"))
                        .filter(Objects::nonNull)
                        .map(found -> {
                            @SuppressWarnings("unchecked")
                            Spinner<Integer> typed = (Spinner<Integer>) found;
                            return typed;
                        })
                        .findFirst()
                        .orElseThrow();
                app.act(() -> spinner.getValueFactory().setValue((int) value));
                robot.type(KeyCode.ESCAPE);
            }
        }
    }

    private void type(String query, String text) {
        TextInputControl field = node(query);
        app.act(() -> field.setText(text));
    }

    /** A control that is disabled or hidden cannot be used by a learner, nor by the robot. */
    private void fire(String query) {
        ButtonBase button = node(query);
        if (button.isDisabled() || !button.isVisible()) {
            throw new AssertionError(query + " cannot be pressed");
        }
        app.act(button::fire);
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String query) {
        Node found = Platform.isFxApplicationThread()
                ? app.scene().lookup(query)
                : app.get(() -> app.scene().lookup(query));
        if (found == null) {
            throw new AssertionError("There is no " + query + " on screen");
        }
        return (T) found;
    }
}
