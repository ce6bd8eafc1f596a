package tokenwalk.app.tokens.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.tokens.model.TokensPerWord;
import tokenwalk.app.tokens.model.Word;

/** How many tokens the sentence costs, and which of its words cost more than one. */
public final class TokensPerWordCard extends VBox {
    private static final int LISTED = 6;

    private final SessionModel session;
    private final Label ratio = new Label("–");
    private final Label parts = new Label();
    private final Label split = new Label();

    public TokensPerWordCard(SessionModel session) {
        this.session = session;
        getStyleClass().addAll("card", "per-word-card");
        Label title = new Label("Tokens per word");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, new WhereFromButton("per-word-where", this::provenance));
        heading.getStyleClass().add("card-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        ratio.setId("tokens-per-word");
        ratio.getStyleClass().addAll("number", "big-number");
        ratio.setMinWidth(Region.USE_PREF_SIZE);
        parts.setId("per-word-parts");
        parts.getStyleClass().add("muted");
        parts.setWrapText(true);
        HBox line = new HBox(ratio, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("per-word-line");
        split.setId("split-words");
        split.setWrapText(true);
        split.setMinHeight(Region.USE_PREF_SIZE);
        parts.setMinHeight(Region.USE_PREF_SIZE);
        List<Node> nodes = List.of(heading, line, split);
        getChildren().addAll(nodes);
        session.readingProperty().subscribe(this::show);
    }

    private static TokensPerWord count(Reading reading) {
        return TokensPerWord.of(reading.trace().tokens(), reading.model().tokenizer());
    }

    private void show(@Nullable Reading reading) {
        if (reading == null) {
            return;
        }
        TokensPerWord count = count(reading);
        ratio.setText(count.words() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", count.perWord()));
        parts.setText("= %,d tokens ÷ %,d words%n%.1f bytes in a token; %,d bytes, %,d characters"
                .formatted(count.tokens(), count.words(), count.bytesPerToken(), count.bytes(), count.characters()));
        split.setText(
                count.split().isEmpty()
                        ? "Every word and every sign is one token."
                        : "More than one: " + listed(count.split()));
    }

    private static String listed(List<Word> words) {
        String first = words.stream()
                .limit(LISTED)
                .map(word -> TokenLabel.text(word.text()).plain() + " " + word.tokenCount())
                .collect(Collectors.joining(", "));
        return words.size() > LISTED ? first + " and " + (words.size() - LISTED) + " more" : first;
    }

    private Optional<Provenance> provenance() {
        return Optional.ofNullable(session.reading()).map(reading -> {
            TokensPerWord count = count(reading);
            return new Provenance(
                    "Tokens per word",
                    List.of(
                            "tokens ÷ words, where words stand between white space",
                            "%d ÷ %d = %.4f".formatted(count.tokens(), count.words(), count.perWord())),
                    new SourceOf("tokenwalk.runtime.token.Tokenizer", "encodeOrdinary"));
        });
    }
}
