package tokenwalk.app.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.QuietPopOver;
import tokenwalk.app.controls.TokenText;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Vocabulary;

/** Shows a token; a click opens a list to choose another one from: first a few at hand, then what the search finds. */
public final class TokenPicker extends Button {
    private static final int MOST = 100;
    private static final double SIDES = 13;

    private final Consumer<Token> onPick;
    private final TokenText shown = new TokenText();
    private final TextField search = new TextField();
    private final ListView<Token> list = new ListView<>();
    private final PopOver popOver;
    private List<Token> atHand = List.of();
    private @Nullable Vocabulary vocabulary;

    /** @param onPick told what was chosen */
    public TokenPicker(Consumer<Token> onPick) {
        this.onPick = onPick;
        getStyleClass().add("token-picker");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Label arrow = new Label("▾");
        arrow.getStyleClass().add("picker-arrow");
        BorderPane face = new BorderPane();
        face.setLeft(shown);
        face.setRight(arrow);
        setGraphic(face);
        face.prefWidthProperty().bind(widthProperty().subtract(2 * SIDES));
        setMaxWidth(Double.MAX_VALUE);
        search.setId("token-search");
        search.setPromptText("Search all tokens");
        search.textProperty().subscribe(this::find);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setId("token-list");
        list.getStyleClass().add("token-list");
        list.setCellFactory(_ -> new TokenCell());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                pick(list.getSelectionModel().getSelectedItem());
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pick(list.getSelectionModel().getSelectedItem());
            }
        });
        Label note = new Label("A space before a word belongs to its token: ␣Paris.");
        note.getStyleClass().add("note");
        VBox content = new VBox(search, list, note);
        content.getStyleClass().addAll("pop-over-content", "token-picker-content");
        popOver = new QuietPopOver(content, PopOver.ArrowLocation.LEFT_TOP);
        setOnAction(_ -> open());
    }

    /** Shows a token and what to choose from. */
    public void show(Token token, List<Token> nowAtHand, Vocabulary nowVocabulary) {
        shown.setToken(TokenLabels.of(token));
        setAccessibleText(shown.getToken().plain());
        atHand = List.copyOf(nowAtHand);
        vocabulary = nowVocabulary;
    }

    /** @return how the token that is shown is written */
    public String shownText() {
        return shown.getToken().plain();
    }

    private void open() {
        search.clear();
        find();
        popOver.setArrowLocation(awayFromEdges());
        popOver.show(this);
        search.requestFocus();
    }

    /** The list opens towards the middle of the window. */
    private PopOver.ArrowLocation awayFromEdges() {
        Bounds here = localToScene(getBoundsInLocal());
        boolean right = here.getCenterX() > getScene().getWidth() / 2;
        boolean low = here.getCenterY() > getScene().getHeight() / 2;
        if (right) {
            return low ? PopOver.ArrowLocation.RIGHT_BOTTOM : PopOver.ArrowLocation.RIGHT_TOP;
        }
        return low ? PopOver.ArrowLocation.LEFT_BOTTOM : PopOver.ArrowLocation.LEFT_TOP;
    }

    private void find() {
        Vocabulary all = vocabulary;
        String wanted = search.getText();
        list.getItems().setAll(all == null || wanted.isEmpty() ? atHand : matching(all, wanted));
        list.getSelectionModel().selectFirst();
    }

    /**
     * @param wanted with a space, or the sign for it, where the token has one
     * @return exact matches first, then tokens that begin so, then those that hold it
     */
    static List<Token> matching(Vocabulary vocabulary, String wanted) {
        String text = wanted.replace('␣', ' ').toLowerCase(Locale.ROOT);
        String word = text.strip();
        List<Token> exact = new ArrayList<>();
        List<Token> begins = new ArrayList<>();
        List<Token> holds = new ArrayList<>();
        for (Token token : vocabulary.tokens()) {
            String candidate = token.text().toLowerCase(Locale.ROOT);
            if (!candidate.contains(text)) {
                continue;
            }
            String stripped = candidate.strip();
            (stripped.equals(word) ? exact : stripped.startsWith(word) ? begins : holds).add(token);
        }
        exact.addAll(begins);
        exact.addAll(holds);
        return exact.subList(0, Math.min(MOST, exact.size()));
    }

    private void searchKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                pick(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
            case DOWN -> {
                list.getSelectionModel().selectNext();
                event.consume();
            }
            case UP -> {
                list.getSelectionModel().selectPrevious();
                event.consume();
            }
            default -> {}
        }
    }

    private void pick(@Nullable Token token) {
        if (token != null) {
            popOver.hide();
            onPick.accept(token);
        }
    }

    private static final class TokenCell extends ListCell<Token> {
        private final TokenText text = new TokenText();

        TokenCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Token token, boolean empty) {
            super.updateItem(token, empty);
            if (empty || token == null) {
                setGraphic(null);
            } else {
                text.setToken(TokenLabels.of(token));
                setGraphic(text);
            }
        }
    }
}
