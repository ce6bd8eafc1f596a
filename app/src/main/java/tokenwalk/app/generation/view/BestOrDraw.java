package tokenwalk.app.generation.view;

import java.util.List;
import javafx.scene.layout.StackPane;
import tokenwalk.app.controls.SegmentedToggle;
import tokenwalk.app.generation.model.GenerationModel;

/** Whether Step appends the best token or a drawn one. */
public final class BestOrDraw extends StackPane {
    private final SegmentedToggle<Boolean> choice =
            new SegmentedToggle<>(List.of(false, true), drawing -> drawing ? "Draw" : "Best token");

    public BestOrDraw(GenerationModel model) {
        choice.setId("choice");
        choice.setMinWidth(USE_PREF_SIZE);
        choice.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        choice.setValue(model.drawingProperty().get());
        choice.valueProperty().subscribe(drawing -> model.drawingProperty().set(drawing));
        model.drawingProperty().subscribe(choice::setValue);
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(choice);
    }

    /** Where room is scarce, one word is enough. */
    void setShort(boolean briefly) {
        choice.setWords(drawing -> drawing ? "Draw" : briefly ? "Best" : "Best token");
    }
}
