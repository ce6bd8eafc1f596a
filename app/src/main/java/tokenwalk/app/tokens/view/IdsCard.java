package tokenwalk.app.tokens.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.ChipContent;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.tokens.model.IdLookup;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

/** The way back: ids are typed, and their text stands below. */
public final class IdsCard extends VBox {
    private final SessionModel session;
    private final TextField ids = new TextField();
    private final TokenChipRow chips;
    private final Label text = new Label();
    private final Label problem = new Label();
    /** What was filled in for the sentence; what the user typed is never overwritten. */
    private String filled = "";

    public IdsCard(SessionModel session, Appearance appearance) {
        this.session = session;
        this.chips = new TokenChipRow(appearance);
        getStyleClass().addAll("card", "ids-card");
        Label title = new Label("Ids back to text");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, new WhereFromButton("ids-where", this::provenance));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("card-heading");
        ids.setId("ids");
        ids.getStyleClass().add("number");
        ids.setPromptText("ids, with spaces between");
        chips.setId("ids-chips");
        text.setId("ids-text");
        text.setWrapText(true);
        text.getStyleClass().add("ids-text");
        text.setMinHeight(Region.USE_PREF_SIZE);
        problem.setId("ids-problem");
        problem.getStyleClass().add("error");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        ScrollPane scroll = new ScrollPane(text);
        scroll.getStyleClass().add("ids-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(heading, ids, problem, chips, scroll);
        ids.textProperty().subscribe(this::look);
        session.readingProperty().subscribe(this::fill);
    }

    private void fill(@Nullable Reading reading) {
        if (reading != null && (ids.getText().isEmpty() || ids.getText().equals(filled))) {
            filled = reading.trace().tokens().stream()
                    .map(token -> Integer.toString(token.id()))
                    .collect(Collectors.joining(" "));
            ids.setText(filled);
        }
        // The same ids are other tokens to another model.
        look();
    }

    /** Puts a token's id after those that are there. */
    public void append(Token token) {
        boolean own = !ids.getText().equals(filled) && !ids.getText().isBlank();
        ids.setText(own ? ids.getText().strip() + " " + token.id() : Integer.toString(token.id()));
    }

    private void look() {
        LanguageModel model = session.modelProperty().get();
        if (model == null) {
            return;
        }
        switch (IdLookup.of(ids.getText(), model.tokenizer())) {
            case IdLookup.Found found -> {
                problem.setText("");
                chips.setTokens(found.tokens().stream()
                        .map(token -> ChipContent.prompt(TokenLabels.of(token), token.id(), token.id()))
                        .toList());
                text.setText(found.text().replace("\n", "↵\n"));
            }
            case IdLookup.Wrong wrong -> problem.setText("! " + wrong.message());
        }
    }

    private Optional<Provenance> provenance() {
        LanguageModel model = session.modelProperty().get();
        if (model == null || !(IdLookup.of(ids.getText(), model.tokenizer()) instanceof IdLookup.Found found)) {
            return Optional.empty();
        }
        int bytes = found.tokens().stream().mapToInt(Token::byteCount).sum();
        return Optional.of(new Provenance(
                "The text of %d ids".formatted(found.tokens().size()),
                List.of(
                        "each id → its bytes; all bytes together → characters",
                        "%d ids → %d bytes → %d characters"
                                .formatted(
                                        found.tokens().size(),
                                        bytes,
                                        found.text()
                                                .codePointCount(0, found.text().length()))),
                new SourceOf("tokenwalk.runtime.token.Tokenizer", "decode")));
    }
}
