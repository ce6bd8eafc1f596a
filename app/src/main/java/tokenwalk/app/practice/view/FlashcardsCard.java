package tokenwalk.app.practice.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.SegmentedToggle;
import tokenwalk.app.practice.model.FlashcardsModel;
import tokenwalk.app.practice.model.FlashcardsModel.Pile;
import tokenwalk.app.practice.model.LiveProse;
import tokenwalk.app.printing.view.PrintFlashcardsButton;
import tokenwalk.app.progress.ProgressCard;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.app.screen.Shared;

/** The pile of cards: which are due, the one on top, and how it was known. */
public final class FlashcardsCard extends VBox {
    private final FlashcardsModel model;
    private final Label due = Words.label("", "card-title");
    private final Label place = Words.label("", "number", "muted");
    private final FlashcardView card;
    private final VBox done = new VBox();
    private final Label doneWords = Words.wrapped("", "done-words");
    private final HBox judging = new HBox();
    private final HBox leafing = new HBox();
    private final Button again;
    private final Button good;
    private final Button turn;

    public FlashcardsCard(FlashcardsModel model, Shared shared) {
        this.model = model;
        ProgressModel progress = shared.learning().progress();
        getStyleClass().add("flashcards");
        setFocusTraversable(true);
        due.setId("due");
        place.setId("card-place");
        SegmentedToggle<Pile> pile = new SegmentedToggle<>(
                List.of(Pile.DUE, Pile.ALL), each -> each == Pile.DUE ? "Due today" : "All cards");
        pile.setId("pile");
        pile.valueProperty().bindBidirectional(model.pileProperty());
        HBox heading = Words.line(
                pile, due, place, Words.gap(), new PrintFlashcardsButton(shared), ProgressCard.button(progress));
        heading.setId("flashcards-heading");
        LiveProse prose = new LiveProse(shared.session(), shared.background());
        card = new FlashcardView(
                model, prose, shared.appearance(), shared.learning().states());
        again = Words.button("card-again", "1  Again", () -> model.judge(false));
        good = Words.button("card-good", "2  Good", () -> model.judge(true), "primary");
        turn = Words.button("card-turn", "Turn the card", model::turn, "primary");
        judging.getChildren().addAll(turn, again, good);
        leafing.getChildren()
                .addAll(
                        Words.button("card-previous", "← Previous", () -> model.move(-1)),
                        Words.button("card-next", "Next →", () -> model.move(1)));
        for (HBox row : List.of(judging, leafing)) {
            row.getStyleClass().addAll("button-row", "flashcard-buttons");
        }
        done.getChildren()
                .addAll(
                        Words.label("✓  Done for today", "headline"),
                        doneWords,
                        Words.button(
                                "browse-all",
                                "Leaf through all cards",
                                () -> model.pileProperty().set(Pile.ALL)));
        done.setId("all-done");
        done.getStyleClass().addAll("card", "flashcard", "all-done");
        done.setAlignment(Pos.CENTER);
        StackPane top = new StackPane(card, done);
        VBox.setVgrow(top, Priority.ALWAYS);
        getChildren().addAll(heading, top, new StackPane(judging, leafing));
        model.cardProperty().subscribe(_ -> update());
        model.turnedProperty().subscribe(_ -> update());
        model.dueProperty().subscribe(_ -> update());
        model.pileProperty().subscribe(_ -> update());
        // Before the controls, which would move the focus with arrows; a focused button keeps Space and Enter.
        addEventFilter(KeyEvent.KEY_PRESSED, this::judgeOrMove);
        addEventHandler(KeyEvent.KEY_PRESSED, this::turn);
        setOnMousePressed(_ -> requestFocus());
    }

    private void update() {
        boolean all = model.pileProperty().get() == Pile.ALL;
        boolean turned = model.turnedProperty().get();
        boolean any = model.cardProperty().get() != null;
        int count = model.dueProperty().get();
        due.setText(all ? "" : count == 0 ? "none due" : count + " due today");
        place.setText(all ? model.place() + " / " + model.count() : "");
        Words.showOnly(card, any);
        Words.showOnly(done, !any);
        judging.setVisible(!all && any);
        leafing.setVisible(all && any);
        Words.showOnly(turn, !turned);
        Words.showOnly(again, turned);
        Words.showOnly(good, turned);
        good.setText("2  Good · again in " + days(model.daysIfKnown()));
        again.setText("1  Again today");
        doneWords.setText(model.nextDay()
                .map(next -> "%s due %s."
                        .formatted(
                                next.cards() == 1 ? "One card is" : next.cards() + " cards are",
                                next.days() == 1 ? "tomorrow" : "in " + next.days() + " days"))
                .orElse(""));
        if (isFocusWithin()) {
            // A button that was pressed may be gone; the keys go on working.
            requestFocus();
        }
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** Digits judge; arrows judge what is due and leaf through all. */
    private void judgeOrMove(KeyEvent event) {
        boolean all = model.pileProperty().get() == Pile.ALL;
        switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> model.judge(false);
            case DIGIT2, NUMPAD2 -> model.judge(true);
            case LEFT -> leftOrRight(all, -1);
            case RIGHT -> leftOrRight(all, 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void turn(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            model.turn();
            event.consume();
        }
    }

    private void leftOrRight(boolean all, int by) {
        if (all) {
            model.move(by);
        } else {
            model.judge(by > 0);
        }
    }
}
