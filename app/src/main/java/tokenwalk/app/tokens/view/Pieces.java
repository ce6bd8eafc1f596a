package tokenwalk.app.tokens.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.TokenKind;

/** The boxes that rows of characters, bytes, pieces and ids are made of. */
final class Pieces {
    /** Width of a byte in pixels at 100 %: two hexadecimal digits and some air. */
    static final double BYTE = 18;

    private static final PseudoClass SPECIAL = PseudoClass.getPseudoClass("special");
    private static final PseudoClass BYTES = PseudoClass.getPseudoClass("bytes");

    private Pieces() {}

    /** @return a token in a box: a pill for a special one, dotted where it holds part of a character */
    static HBox piece(Token token) {
        TokenText text = new TokenText(TokenLabels.of(token));
        HBox box = new HBox(text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("piece");
        box.pseudoClassStateChanged(SPECIAL, token.kind() == TokenKind.SPECIAL);
        box.pseudoClassStateChanged(BYTES, !token.isWholeText());
        return box;
    }

    /** @return a character as it is written in chips: what is invisible gets a sign */
    static HBox character(String character) {
        HBox box = new HBox(new TokenText(TokenLabel.text(character)));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("spelled-character");
        return box;
    }

    static Label cell(String text, String styleClass) {
        Label cell = new Label(text);
        cell.getStyleClass().add(styleClass);
        cell.setAlignment(Pos.CENTER);
        return cell;
    }

    static <R extends Region> R wide(R region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
        return region;
    }

    static String hex(int value) {
        return String.format("%02X", value);
    }
}
