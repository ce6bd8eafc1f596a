package tokenwalk.app.practice.view;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.lesson.view.ProseView;
import tokenwalk.app.practice.model.LiveProse;
import tokenwalk.app.practice.model.SelfCheckModel;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.practice.SelfCheckQuestion;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;

/** One question: write, then look, then compare. */
public final class SelfCheckCard extends VBox {
    private static final KeyCombination REVEAL = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final SelfCheckModel model;
    private final LiveProse answer;
    private final LiveProse question;
    private final Label number = Words.label("", "note");
    private final TextArea written = new TextArea();
    private final VBox revealed;
    private final List<Judging> judging;
    private SelfCheckQuestion shown;

    private record Judging(Button button, Verdict verdict) {}

    public SelfCheckCard(SelfCheckModel model, Shared shared) {
        this.model = model;
        this.shown = model.question();
        this.question = new LiveProse(shared.session(), shared.background());
        this.answer = new LiveProse(shared.session(), shared.background());
        getStyleClass().addAll("card", "self-check-card");
        setFocusTraversable(true);
        number.setId("question-number");
        ProseView questionView = proseView(question, "self-check-question");
        ProseView answerView = proseView(answer, "self-check-answer");
        written.setId("own-answer");
        written.setWrapText(true);
        written.setPromptText("Your answer, in your own words. Nobody else reads it.");
        written.setPrefRowCount(5);
        written.focusedProperty().subscribe(focused -> {
            if (!focused) {
                keep();
            }
        });
        Button reveal = Words.button("reveal-answer", "Show the answer", this::reveal, "primary");
        Label keys = Words.label("Alt+Enter", "note");
        judging = List.of(
                judging("had-it", "✓  1  Had it", Verdict.RIGHT),
                judging("partly", "◐  2  Partly", Verdict.PARTLY),
                judging("not-yet", "○  3  Not yet", Verdict.WRONG));
        FlowPane compare = new FlowPane(Words.label("How was yours?", "strong"));
        judging.forEach(each -> compare.getChildren().add(each.button()));
        compare.getStyleClass().add("self-judging");
        revealed = new VBox(Words.label("A good answer", "card-side"), answerView, compare);
        revealed.setId("model-answer");
        revealed.getStyleClass().add("self-check-revealed");
        HBox reveals = Words.line(reveal, keys);
        reveals.managedProperty().bind(reveals.visibleProperty());
        reveals.visibleProperty().bind(model.revealedProperty().not());
        HBox steps = Words.line(
                Words.button("previous-question", "← Previous", () -> model.move(-1)),
                Words.button("next-question", "Next →", () -> model.move(1)));
        ScrollPane scroll = new ScrollPane(new VBox(questionView, written, reveals, revealed));
        scroll.getContent().getStyleClass().add("self-check-content");
        scroll.getStyleClass().add("self-check-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Words.line(number, Words.gap(), steps), scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.indexProperty().subscribe(this::open);
        model.revealedProperty().subscribe(this::update);
        model.progressProperty().subscribe(this::update);
        open();
    }

    private static ProseView proseView(LiveProse prose, String style) {
        ProseView view = new ProseView(_ -> Optional.empty(), _ -> {});
        prose.valueProperty().subscribe(view::show);
        view.getStyleClass().add(style);
        view.setMinHeight(USE_PREF_SIZE);
        return view;
    }

    private Judging judging(String id, String words, Verdict verdict) {
        return new Judging(Words.button(id, words, () -> model.judge(verdict), "self-verdict"), verdict);
    }

    private void keep() {
        model.write(shown, written.getText().strip());
    }

    private void reveal() {
        keep();
        model.reveal();
    }

    private void open() {
        keep();
        shown = model.question();
        number.setText("Question %d of %d"
                .formatted(model.indexProperty().get() + 1, model.questions().size()));
        question.show(shown.question());
        answer.show(shown.answer());
        written.setText(model.written());
        update();
    }

    private void update() {
        boolean open = model.revealedProperty().get();
        Words.showOnly(revealed, open);
        Optional<Verdict> verdict = model.given(shown).map(GivenAnswer::verdict);
        judging.forEach(
                each -> each.button().pseudoClassStateChanged(CHOSEN, verdict.equals(Optional.of(each.verdict()))));
        if (!written.isFocused() && shown.equals(model.question())) {
            written.setText(model.written());
        }
    }

    private void press(KeyEvent event) {
        boolean taken = false;
        if (REVEAL.match(event)) {
            reveal();
            // Off the field, so that digits judge.
            requestFocus();
            taken = true;
        } else if (!written.isFocused() && model.revealedProperty().get()) {
            taken = judge(event.getText());
        }
        if (taken) {
            event.consume();
        }
    }

    private boolean judge(String digit) {
        return switch (digit) {
            case "1" -> judge(Verdict.RIGHT);
            case "2" -> judge(Verdict.PARTLY);
            case "3" -> judge(Verdict.WRONG);
            default -> false;
        };
    }

    private boolean judge(Verdict verdict) {
        model.judge(verdict);
        return true;
    }
}
