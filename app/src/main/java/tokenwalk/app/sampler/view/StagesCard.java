package tokenwalk.app.sampler.view;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.sampler.model.Line;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;

/** The table of the stages: one row a token, read from left to right; the many others folded below. */
public final class StagesCard extends VBox {
    private static final double ROW = 27;
    private static final double LEAST_ROWS = 17;

    private final SamplerModel model;
    private final StageHeading heading;
    private final ListView<Line> list = new ListView<>();
    private final List<LineCell> cells = new ArrayList<>();

    public StagesCard(SamplerModel model, Appearance appearance) {
        this.model = model;
        this.heading = new StageHeading(appearance);
        getStyleClass().addAll("card", "stages-card");
        list.setId("stages");
        list.getStyleClass().add("stages");
        list.setCellFactory(_ -> {
            LineCell cell = new LineCell(model, appearance);
            cells.add(cell);
            return cell;
        });
        appearance.textScaleProperty().subscribe(scale -> {
            list.setFixedCellSize(Math.round(appearance.px(ROW)));
            list.setMinHeight(LEAST_ROWS * list.getFixedCellSize() + 2);
        });
        list.setTooltip(new Tooltip("Click a number to see where it comes from"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().selectedItemProperty().subscribe((@Nullable Line line) -> {
            if (line instanceof Line.OfToken token) {
                model.pointedProperty().set(token.rank());
            }
        });
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(heading, list, footer());
        model.linesProperty().subscribe(this::show);
        model.generation().distributionProperty().subscribe((@Nullable Distribution _) -> write());
        model.generation().tallyProperty().subscribe(() -> cells.forEach(LineCell::write));
        model.pointedProperty().subscribe(() -> cells.forEach(LineCell::link));
    }

    private HBox footer() {
        Label note =
                new Label("Filters run over the whole vocabulary in this order; each rescales what is left to 100 %.");
        note.getStyleClass().add("note");
        note.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button lessCertain = new Button("Try «" + SamplerModel.LESS_CERTAIN + "»");
        lessCertain.setId("less-certain");
        lessCertain.getStyleClass().addAll("small", "less-certain");
        lessCertain.setMinWidth(Region.USE_PREF_SIZE);
        lessCertain.setOnAction(_ -> model.showLessCertain());
        lessCertain.visibleProperty().bind(model.nearlyCertainProperty());
        HBox row = new HBox(note, gap, lessCertain);
        row.getStyleClass().add("stages-footer");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(List<Line> lines) {
        list.setItems(FXCollections.observableList(lines));
    }

    private void write() {
        Distribution distribution = model.generation().distributionProperty().get();
        Reading reading = model.session().reading();
        if (distribution != null && reading != null) {
            heading.show(
                    distribution.policy(),
                    TokenLabels.of(reading.trace().tokens().getLast()).plain());
        }
        cells.forEach(LineCell::write);
    }

    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) {
            return;
        }
        switch (list.getSelectionModel().getSelectedItem()) {
            case Line.OfToken token -> StageProvenance.show(model, StageColumn.PROBABILITY, token.rank(), list);
            case Line.OfFold fold -> model.toggle(fold.fold().fate());
            case null -> {}
        }
        event.consume();
    }
}
