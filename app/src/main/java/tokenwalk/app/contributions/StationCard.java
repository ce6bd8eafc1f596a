package tokenwalk.app.contributions;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.controls.WrapRow;
import tokenwalk.app.labels.SentenceChips;
import tokenwalk.app.screen.BlockStrip;
import tokenwalk.app.screen.Shared;

/** On top of the screens inside a block: where in the block one is, what can be chosen, and the sentence. */
public final class StationCard extends VBox {

    /** @param choices what can be chosen besides the token */
    public StationCard(Shared shared, Node choices) {
        getStyleClass().addAll("card", "station-card");
        TokenChipRow chips = SentenceChips.of(shared.session(), shared.appearance());
        chips.setId("station-chips");
        HBox strip = new HBox(new BlockStrip(shared.navigation()));
        strip.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new WrapRow(strip, choices), chips);
    }
}
