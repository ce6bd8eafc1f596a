package tokenwalk.app.embeddings.view;

import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.embeddings.model.LeastTrainedModel.NearestAtLevel;

/** level | nearest row, dotted where it is hardly trained | cosine */
final class LevelRowCell extends ListCell<NearestAtLevel> {
    private final Label level = new Label();
    private final TokenText token = new TokenText();
    private final Label measure = new Label();
    private final IntFunction<TokenLabel> label;
    private final HBox row;

    LevelRowCell(IntFunction<TokenLabel> label) {
        this.label = label;
        level.getStyleClass().add("level-number");
        measure.getStyleClass().add("bar-percent");
        measure.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(level, token, gap, measure);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable NearestAtLevel now, boolean empty) {
        super.updateItem(now, empty);
        if (empty || now == null) {
            setGraphic(null);
            return;
        }
        level.setText(Integer.toString(now.level()));
        token.setToken(label.apply(now.row().id()));
        token.getStyleClass().remove("hardly-trained");
        if (now.leastTrained()) {
            token.getStyleClass().add("hardly-trained");
        }
        measure.setText(NearestRowsCard.cosine(now.row().measure()));
        setGraphic(row);
    }
}
