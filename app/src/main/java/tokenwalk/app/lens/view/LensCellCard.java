package tokenwalk.app.lens.view;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.BarList;
import tokenwalk.app.controls.BarRow;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.lens.model.LensColumn;
import tokenwalk.app.lens.model.LensModel;
import tokenwalk.app.lens.model.LensTable;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.screen.ScreenId;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.tokens.TokenLabels;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.Unembedding;

/** The ten best tokens of the chosen cell. */
public final class LensCellCard extends VBox {
    private final SessionModel session;
    private final LensModel model;
    private final Label where = new Label();
    private final TokenText token = new TokenText();
    private final Label number = new Label();
    private final BarList list;
    private final Button whereFrom = new Button("Where from?");

    public LensCellCard(Shared shared, LensModel model) {
        this.session = shared.session();
        this.model = model;
        this.list = new BarList(BarList.Kind.RANKS, LensModel.LISTED, shared.appearance());
        getStyleClass().addAll("card", "lens-cell-card");
        where.setId("lens-cell");
        where.getStyleClass().add("card-title");
        where.setMinWidth(USE_PREF_SIZE);
        token.getStyleClass().addAll("strong", "card-title-token");
        number.getStyleClass().add("muted");
        number.setMinWidth(USE_PREF_SIZE);
        HBox title = new HBox(where, token, number);
        title.getStyleClass().add("lens-cell-title");
        title.setAlignment(Pos.BASELINE_LEFT);
        Label would = new Label("would go on with");
        would.getStyleClass().add("muted");
        list.setId("lens-ten");
        setVgrow(list, Priority.ALWAYS);

        Button go = new Button("Go to this level");
        go.setId("lens-go");
        go.getStyleClass().add("small");
        go.setTooltip(new Tooltip("Open the walkthrough with this level and this token"));
        go.setOnAction(_ -> shared.navigation().open(ScreenId.ATTENTION));
        whereFrom.setId("lens-where-from");
        whereFrom.getStyleClass().add("small");
        whereFrom.setOnAction(
                _ -> chosen().ifPresent(reading -> ProvenancePopOver.show(provenance(reading), whereFrom)));
        for (Button button : List.of(go, whereFrom)) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        HBox buttons = new HBox(go, whereFrom);
        buttons.getStyleClass().add("button-row");
        getChildren().addAll(title, would, list, buttons);
        model.tableProperty().subscribe(this::show);
        session.positionProperty().subscribe(this::show);
        session.levelProperty().subscribe(this::show);
        show();
    }

    private Optional<LensReading> chosen() {
        LensTable table = model.tableProperty().get();
        int position = session.positionProperty().get();
        return table == null || position >= table.length()
                ? Optional.empty()
                : table.column(position)
                        .map(LensColumn::levels)
                        .map(levels -> levels.get(session.levelProperty().get()));
    }

    private void show() {
        LensTable table = model.tableProperty().get();
        int position = session.positionProperty().get();
        if (table == null || position >= table.length()) {
            where.setText("The chosen cell");
            whereFrom.setDisable(true);
            return;
        }
        Reading reading = table.reading();
        where.setText("Level " + session.levelProperty().get() + " ·");
        token.setToken(TokenLabels.of(reading.trace().tokens().get(position)));
        number.setText(Integer.toString(position + 1));
        Optional<LensReading> cell = chosen();
        whereFrom.setDisable(cell.isEmpty());
        // What was there stays until the new column is read.
        cell.ifPresent(now -> list.setRows(now.best().stream()
                .map(candidate ->
                        BarRow.of(TokenLabels.of(reading.model().token(candidate.id())), candidate.probability()))
                .toList()));
    }

    private Provenance provenance(LensReading cell) {
        Reading reading = Objects.requireNonNull(model.tableProperty().get()).reading();
        int level = session.levelProperty().get();
        int position = session.positionProperty().get();
        Candidate best = cell.best().getFirst();
        String name = TokenLabels.of(reading.model().token(best.id())).plain();
        Vector residual = reading.trace().residual(level, position);
        Unembedding unembedding = reading.model().transformer().unembedding();
        Vector normed = unembedding
                .normed(Matrix.of(1, residual.size(), residual.toArray()))
                .row(0);
        double logit = normed.dot(unembedding.row(best.id()));
        return new Provenance(
                "%s gets %s at level %d, token %d".formatted(name, Percent.of(best.probability()), level, position + 1),
                List.of(
                        "residual[%d][%d]          = %s   norm %,.1f"
                                .formatted(level, position, beginning(residual), residual.norm()),
                        "x = final norm(residual) = %s".formatted(beginning(normed)),
                        "w = unembedding[%s] = %s".formatted(name, beginning(unembedding.row(best.id()))),
                        String.format(Locale.ROOT, "logit = Σ x · w over %,d numbers = %.3f", residual.size(), logit),
                        String.format(
                                Locale.ROOT,
                                "p = exp(logit) ÷ Σ exp(all %,d logits) = exp(%.3f) ÷ %.4g = %s",
                                unembedding.vocabulary(),
                                logit,
                                Math.exp(logit) / best.probability(),
                                Percent.of(best.probability()))),
                new SourceOf("tokenwalk.runtime.lens.Lens", "reading"));
    }

    private static String beginning(Vector vector) {
        return String.format(Locale.ROOT, "[%.3f, %.3f, %.3f, …]", vector.at(0), vector.at(1), vector.at(2));
    }
}
