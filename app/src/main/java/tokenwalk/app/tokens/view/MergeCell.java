package tokenwalk.app.tokens.view;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.tokens.model.MergePlayer;
import tokenwalk.app.tokens.model.MergePlayer.Play;
import tokenwalk.runtime.token.Merge;
import tokenwalk.runtime.token.MergeStep;
import tokenwalk.runtime.token.Token;

/** The pieces after so many merges, each as wide as its bytes, so that one sees them grow together from row to row. */
final class MergeCell extends ListCell<Integer> {
    private static final PseudoClass MERGED = PseudoClass.getPseudoClass("merged");
    private static final double BYTE = 26;

    private final MergePlayer player;
    private final Appearance appearance;

    MergeCell(MergePlayer player, Appearance appearance) {
        this.player = player;
        this.appearance = appearance;
        getStyleClass().add("merge-cell");
    }

    @Override
    protected void updateItem(@Nullable Integer count, boolean empty) {
        super.updateItem(count, empty);
        Play play = player.playProperty().get();
        if (empty
                || count == null
                || play == null
                || count > play.merges().steps().size()) {
            setGraphic(null);
        } else {
            setGraphic(row(play, count));
        }
    }

    private HBox row(Play play, int count) {
        Label number = Pieces.wide(new Label(Integer.toString(count)), appearance.px(24));
        number.getStyleClass().add("merge-number");
        HBox row = new HBox(number);
        row.setAlignment(Pos.CENTER_LEFT);
        int at = 0;
        int merged = count == 0 ? -1 : play.merges().steps().get(count - 1).at();
        for (Token token : play.merges().after(count)) {
            HBox piece = Pieces.wide(Pieces.piece(token), width(token, play));
            piece.pseudoClassStateChanged(MERGED, at == merged);
            row.getChildren().add(piece);
            at += token.byteCount();
        }
        Region gap = new Region();
        gap.setMinWidth(appearance.px(12));
        row.getChildren().add(gap);
        row.getChildren().addAll(rule(play, count));
        return row;
    }

    private double width(Token token, Play play) {
        boolean literal = play.merges().start().size() == 1 && token.byteCount() > 1;
        return appearance.px(literal ? token.byteCount() * 10 + 24 : token.byteCount() * BYTE);
    }

    private static List<Region> rule(Play play, int count) {
        if (count == 0) {
            boolean literal = play.word().whole();
            return List.of(note(literal ? "written as it is: never cut, never merged" : "the bytes"));
        }
        MergeStep step = play.merges().steps().get(count - 1);
        Merge merge = step.merge();
        return List.of(
                token(merge.left()),
                note(" + "),
                token(merge.right()),
                note(String.format(" · rule %,d", merge.rank())));
    }

    private static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("note");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static TokenText token(Token token) {
        TokenText text = new TokenText(TokenLabels.of(token));
        text.getStyleClass().add("merge-rule");
        text.setMinWidth(USE_PREF_SIZE);
        return text;
    }
}
