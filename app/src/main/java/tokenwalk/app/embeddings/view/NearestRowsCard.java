package tokenwalk.app.embeddings.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.embeddings.model.RowModel;
import tokenwalk.app.embeddings.model.RowModel.Neighbours;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.EmbeddingTable;
import tokenwalk.runtime.transformer.EmbeddingTable.RankedRow;

/** The ten rows of the table that point most nearly the same way as the chosen token's. */
public final class NearestRowsCard extends VBox {
    private final SessionModel session;
    private final RowModel model;
    private final TokenText token = new TokenText();
    private final ListView<RankedRow> list = new ListView<>();

    public NearestRowsCard(SessionModel session, RowModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        getStyleClass().addAll("card", "nearest-rows-card");
        Label title = new Label("Nearest rows");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, new WhereFromButton("nearest-where", this::provenance));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("card-heading");
        token.setId("nearest-of");
        token.getStyleClass().add("strong");
        Label caption = new Label("by cosine with");
        caption.getStyleClass().add("muted");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(caption, token);
        line.getStyleClass().add("highlighted-line");
        list.setId("nearest-rows");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(_ -> new RankedRowCell(
                appearance,
                id -> TokenLabels.of(opened().token(id)),
                RankedRow::measure,
                row -> cosine(row.measure())));
        list.setPlaceholder(new Label("–"));
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(heading, line, list);
        model.neighboursProperty().subscribe(this::show);
        appearance.textScaleProperty().subscribe(() -> list.refresh());
    }

    private LanguageModel opened() {
        LanguageModel opened = session.modelProperty().get();
        if (opened == null) {
            throw new IllegalStateException("rows of no model");
        }
        return opened;
    }

    static String cosine(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
    }

    private void show(@Nullable Neighbours now) {
        if (now == null) {
            list.getItems().clear();
        } else {
            token.setToken(TokenLabels.of(opened().token(now.id())));
            list.getItems().setAll(now.rows());
        }
    }

    private Optional<Provenance> provenance() {
        return Optional.ofNullable(model.neighboursProperty().get()).map(now -> {
            RankedRow best = now.rows().getFirst();
            EmbeddingTable table = opened().transformer().embedding();
            Vector one = table.row(now.id());
            Vector other = table.row(best.id());
            return new Provenance(
                    "How near " + TokenLabels.of(opened().token(best.id())).plain() + " is",
                    List.of(
                            "cosine = a·b ÷ (|a| |b|), with each of %,d rows".formatted(table.vocabulary()),
                            String.format(
                                    Locale.ROOT,
                                    "%.4f ÷ (%.4f × %.4f) = %.4f",
                                    one.dot(other),
                                    one.norm(),
                                    other.norm(),
                                    best.measure())),
                    new SourceOf("tokenwalk.runtime.transformer.EmbeddingTable", "nearest"));
        });
    }
}
