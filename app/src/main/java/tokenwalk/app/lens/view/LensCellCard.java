package tokenwalk.app.lens.view;

import java.util.List;
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
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.lens.model.LensColumn;
import tokenwalk.app.lens.model.LensModel;
import tokenwalk.app.lens.model.LensTable;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.lens.LensReading;

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
        return LensSources.of(
                Objects.requireNonNull(model.tableProperty().get()).reading(),
                session.levelProperty().get(),
                session.positionProperty().get(),
                cell);
    }
}
