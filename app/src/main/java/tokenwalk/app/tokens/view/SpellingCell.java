package tokenwalk.app.tokens.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.tokens.model.Spelling;
import tokenwalk.runtime.token.Token;

/** One column of the table: characters, their bytes, the pieces these make, and the pieces' ids, one below the other. */
final class SpellingCell extends ListCell<Spelling> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double DIGIT = 8;
    private static final double AROUND_ID = 8;
    private static final String POSITION = "position";

    private final SessionModel session;
    private final Appearance appearance;

    SpellingCell(SessionModel session, Appearance appearance) {
        this.session = session;
        this.appearance = appearance;
        getStyleClass().add("spelling-cell");
    }

    @Override
    protected void updateItem(@Nullable Spelling spelling, boolean empty) {
        super.updateItem(spelling, empty);
        setGraphic(empty || spelling == null ? null : column(spelling));
    }

    private VBox column(Spelling spelling) {
        HBox characters = new HBox();
        HBox bytes = new HBox();
        HBox pieces = new HBox();
        HBox ids = new HBox();
        double[] widths = new double[spelling.bytes().size()];
        int at = 0;
        for (int i = 0; i < spelling.tokens().size(); i++) {
            Token token = spelling.tokens().get(i);
            double width = Math.ceil(width(token));
            boolean chosen =
                    spelling.firstPosition() + i == session.positionProperty().get();
            for (int b = 0; b < token.byteCount(); b++) {
                widths[at] = width / token.byteCount();
                bytes.getChildren()
                        .add(Pieces.wide(Pieces.cell(Pieces.hex(token.byteAt(b)), "spelled-byte"), widths[at]));
                at++;
            }
            HBox piece = Pieces.wide(Pieces.piece(token), width);
            piece.pseudoClassStateChanged(CHOSEN, chosen);
            int position = spelling.firstPosition() + i;
            piece.getProperties().put(POSITION, position + 1);
            piece.addEventHandler(
                    MouseEvent.MOUSE_PRESSED, _ -> session.positionProperty().set(position));
            Tooltip.install(piece, new Tooltip("position %d · token %d".formatted(position + 1, token.id())));
            pieces.getChildren().add(piece);
            ids.getChildren().add(Pieces.wide(Pieces.cell(Integer.toString(token.id()), "spelled-id"), width));
        }
        at = 0;
        for (Spelling.Glyph glyph : spelling.glyphs()) {
            double width = 0;
            for (int b = 0; b < glyph.byteCount(); b++) {
                width += widths[at++];
            }
            characters.getChildren().add(Pieces.wide(Pieces.character(glyph.text()), width));
        }
        VBox column = new VBox(characters, bytes, pieces, ids);
        column.getStyleClass().add("spelling-column");
        return column;
    }

    private double width(Token token) {
        double forId = Integer.toString(token.id()).length() * DIGIT + AROUND_ID;
        double pieceOfBytes = token.isWholeText() ? 0 : token.byteCount() * 3 * DIGIT + AROUND_ID;
        return appearance.px(Math.max(token.byteCount() * Pieces.BYTE, Math.max(pieceOfBytes, forId)));
    }

    /** @return the piece with this number, counted from 1, if it can be seen */
    static Optional<Node> piece(Node list, int number) {
        return list.lookupAll(".piece").stream()
                .filter(piece -> Objects.equals(piece.getProperties().get(POSITION), number))
                .findFirst();
    }

    /** @return what the rows of all columns are, from the top */
    static List<String> rows() {
        return List.of("characters", "bytes", "pieces", "ids");
    }
}
