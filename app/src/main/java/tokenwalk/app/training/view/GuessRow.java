package tokenwalk.app.training.view;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.ShareBar;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.training.model.Guess;

/** position | input | target | probability | loss | what the model would have said */
final class GuessRow extends HBox {
    private final Label number = number("guess-number");
    private final TokenText input = new TokenText();
    private final TokenText target = new TokenText();
    private final Label percent = number("guess-percent");
    private final ShareBar probability;
    private final Label loss = number("guess-loss");
    private final ShareBar losses;
    private final TokenText best = new TokenText();

    GuessRow(Appearance appearance) {
        probability = new ShareBar(appearance);
        losses = new ShareBar(appearance);
        losses.getStyleClass().add("loss-bar");
        getStyleClass().add("guess-row");
        setAlignment(Pos.CENTER_LEFT);
        target.getStyleClass().add("strong");
        Label arrow = new Label("→");
        arrow.getStyleClass().addAll("muted", "guess-arrow");
        getChildren()
                .addAll(
                        number,
                        cell(input),
                        arrow,
                        cell(target),
                        bar(probability),
                        percent,
                        bar(losses),
                        loss,
                        bestCell());
    }

    private Node bestCell() {
        Node cell = cell(best);
        cell.getStyleClass().add("guess-best");
        return cell;
    }

    /** @return the headings, at the widths of the rows */
    static HBox headings() {
        HBox row = new HBox(
                heading("", "guess-number", Pos.CENTER_RIGHT),
                heading("input", "guess-token", Pos.CENTER_LEFT),
                heading("", "guess-arrow", Pos.CENTER),
                heading("target", "guess-token", Pos.CENTER_LEFT),
                wide(heading("probability", "guess-bar", Pos.CENTER_LEFT)),
                heading("", "guess-percent", Pos.CENTER_RIGHT),
                wide(heading("loss", "guess-bar", Pos.CENTER_LEFT)),
                heading("nats", "guess-loss", Pos.CENTER_RIGHT),
                bestHeading());
        row.getStyleClass().addAll("guess-row", "guess-headings");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label bestHeading() {
        Label heading = heading("best guess", "guess-token", Pos.CENTER_LEFT);
        heading.getStyleClass().add("guess-best");
        return heading;
    }

    private static Label heading(String words, String column, Pos alignment) {
        Label label = new Label(words);
        label.getStyleClass().addAll("note", column);
        label.setAlignment(alignment);
        return label;
    }

    private static Label number(String column) {
        Label label = new Label();
        label.getStyleClass().addAll("number", column);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static Node cell(TokenText token) {
        StackPane cell = new StackPane(token);
        cell.getStyleClass().add("guess-token");
        StackPane.setAlignment(token, Pos.CENTER_LEFT);
        return cell;
    }

    private static Node bar(ShareBar bar) {
        bar.getStyleClass().add("guess-bar");
        setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    private static Label wide(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        setHgrow(label, Priority.ALWAYS);
        return label;
    }

    /** @param largest the text's largest loss, which fills the bar */
    void show(Guess guess, double largest) {
        number.setText(Integer.toString(guess.position() + 1));
        input.setToken(TokenLabels.of(guess.input()));
        target.setToken(TokenLabels.of(guess.target()));
        percent.setText(Percent.of(guess.probability()));
        probability.setShare(guess.probability());
        loss.setText(String.format(Locale.ROOT, "%.3f", guess.loss()));
        losses.setShare(largest > 0 ? guess.loss() / largest : 0);
        best.setToken(TokenLabels.of(guess.best()));
        boolean right = guess.best().id() == guess.target().id();
        best.setOpacity(right ? 1 : 0.75);
        setAccessibleText("%s, next is %s, %s, loss %s"
                .formatted(input.getToken().plain(), target.getToken().plain(), percent.getText(), loss.getText()));
    }
}
