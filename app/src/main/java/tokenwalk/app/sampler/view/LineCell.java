package tokenwalk.app.sampler.view;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.sampler.model.Line;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;

/** A line of the table. A token's columns say where their numbers come from; a fold opens. */
final class LineCell extends ListCell<Line> {
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");

    private final SamplerModel model;
    private final StageRow row;
    private final FoldRow foldRow = new FoldRow();

    LineCell(SamplerModel model, Appearance appearance) {
        this.model = model;
        this.row = new StageRow(appearance);
        getStyleClass().add("line-cell");
        // As wide as the list, never wider.
        setPrefWidth(0);
        row.setMinWidth(0);
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> {
            if (getItem() instanceof Line.OfToken token) {
                model.pointedProperty().set(token.rank());
            }
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.pointedProperty().set(SamplerModel.NONE));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            switch (getItem()) {
                case Line.OfToken token ->
                    StageProvenance.show(
                            model,
                            StageColumn.at(
                                    row.sceneToLocal(event.getSceneX(), 0).getX(), row.getWidth()),
                            token.rank(),
                            this);
                case Line.OfFold fold -> model.toggle(fold.fold().fate());
                case null -> {}
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        write();
    }

    /** Also when the line stays and its numbers change. */
    void write() {
        Distribution distribution = model.generation().distributionProperty().get();
        Reading reading = model.session().reading();
        Line line = getItem();
        if (line == null || isEmpty() || distribution == null || reading == null) {
            setGraphic(null);
            return;
        }
        switch (line) {
            case Line.OfToken token -> {
                if (token.rank() < distribution.size()) {
                    int id = distribution.logits().tokenId(token.rank());
                    row.show(
                            TokenLabels.of(reading.model().token(id)),
                            distribution,
                            model.generation().tallyProperty().get(),
                            token.rank());
                }
                setGraphic(row);
            }
            case Line.OfFold fold -> {
                foldRow.show(fold);
                setGraphic(foldRow);
            }
        }
        link();
    }

    void link() {
        pseudoClassStateChanged(
                LINKED,
                getItem() instanceof Line.OfToken token
                        && token.rank() == model.pointedProperty().get());
    }

    /** ▸ how many and why | their softmax probability together, below the others' */
    private static final class FoldRow extends Pane {
        private final Label words = new Label();
        private final Label mass = new Label();

        FoldRow() {
            getStyleClass().add("fold-row");
            words.getStyleClass().add("fold-words");
            mass.getStyleClass().add("number");
            getChildren().addAll(words, mass);
        }

        void show(Line.OfFold line) {
            words.setText((line.open() ? "▾ " : "▸ ") + line.fold().words());
            mass.setText(Percent.of(line.fold().softmax()));
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double right = StageColumn.SOFTMAX.right(getWidth());
            double width = Math.ceil(mass.prefWidth(-1));
            mass.resizeRelocate(snapPositionX(right - width), 0, width, getHeight());
            words.resizeRelocate(0, 0, Math.max(0, right - width - 8), getHeight());
        }
    }
}
