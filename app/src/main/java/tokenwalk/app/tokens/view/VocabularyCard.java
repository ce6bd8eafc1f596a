package tokenwalk.app.tokens.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.tokens.model.VocabularySearch;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

/** Every token there is, to be searched by text or id. */
public final class VocabularyCard extends VBox {
    private final TextField query = new TextField();
    private final ListView<Token> list = new ListView<>();
    private final Label count = new Label();
    private @Nullable VocabularySearch search;

    /** @param take given the token that was taken by Enter or a double click */
    public VocabularyCard(SessionModel session, Consumer<Token> take) {
        getStyleClass().addAll("card", "vocabulary-card");
        Label title = new Label("Vocabulary");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("vocabulary-count");
        count.getStyleClass().add("number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, count);
        heading.getStyleClass().add("card-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        query.setId("vocabulary-query");
        query.setPromptText("search by text or id");
        query.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !event.isAltDown()) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        list.setId("vocabulary");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(_ -> new TokenCell());
        list.setPlaceholder(new Label("No token has this in it."));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                take(take);
                event.consume();
            }
        });
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                take(take);
            }
        });
        setVgrow(list, Priority.ALWAYS);
        Label note = new Label("Enter puts the token's id into «Ids back to text».");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(heading, query, list, note);
        query.textProperty().subscribe(this::find);
        session.modelProperty().subscribe(this::modelChanged);
    }

    private void take(Consumer<Token> take) {
        Token chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            take.accept(chosen);
        }
    }

    private void modelChanged(@Nullable LanguageModel model) {
        search = model == null ? null : new VocabularySearch(model.tokenizer().vocabulary());
        find();
    }

    private void find() {
        VocabularySearch in = search;
        if (in == null) {
            return;
        }
        List<Token> found = in.find(query.getText());
        list.setItems(FXCollections.observableList(found));
        if (list.getScene() != null) {
            // Scrolling lays the rows out at once; away from the screen none has a height yet, so all of them would
            // fit.
            list.scrollTo(0);
        }
        count.setText(
                found.size() == in.size()
                        ? "%,d".formatted(in.size())
                        : "%,d of %,d".formatted(found.size(), in.size()));
    }

    private static final class TokenCell extends ListCell<Token> {
        TokenCell() {
            getStyleClass().add("vocabulary-cell");
        }

        @Override
        protected void updateItem(@Nullable Token token, boolean empty) {
            super.updateItem(token, empty);
            if (empty || token == null) {
                setGraphic(null);
                return;
            }
            Label id = new Label(Integer.toString(token.id()));
            id.getStyleClass().add("vocabulary-id");
            HBox row = new HBox(id, Pieces.piece(token));
            row.getStyleClass().add("vocabulary-row");
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
