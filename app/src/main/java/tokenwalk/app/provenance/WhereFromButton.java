package tokenwalk.app.provenance;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/** «Where from?»: asks at the click where the number beside it comes from, and shows the answer. */
public final class WhereFromButton extends Button {
    /** @param answer empty while there is no number */
    public WhereFromButton(String id, Supplier<Optional<Provenance>> answer) {
        super("Where from?");
        setId(id);
        getStyleClass().addAll("flat", "small");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> answer.get().ifPresent(provenance -> ProvenancePopOver.show(provenance, this)));
    }
}
