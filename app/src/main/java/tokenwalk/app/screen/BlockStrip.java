package tokenwalk.app.screen;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;

/** The inside of a block: norm, attention, add; norm, MLP, add. Parts that have a screen open it. */
public final class BlockStrip extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final NavigationModel navigation;

    public BlockStrip(NavigationModel navigation) {
        this.navigation = navigation;
        getStyleClass().add("block-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        norm("The attention norm: each vector is brought to a common size"),
                        arrow(),
                        part("attention", "attention", "block-attention", ScreenId.ATTENTION),
                        arrow(),
                        part("+", "plus", "block-attention-add", ScreenId.RESIDUAL),
                        arrow(),
                        norm("The MLP norm: each vector is brought to a common size"),
                        arrow(),
                        part("MLP", "mlp", "block-mlp", ScreenId.MLP),
                        arrow(),
                        part("+", "plus", "block-mlp-add", ScreenId.RESIDUAL));
    }

    private static Label norm(String meaning) {
        Label norm = new Label("norm");
        norm.getStyleClass().add("block-part");
        norm.setAccessibleHelp(meaning);
        return norm;
    }

    private static Label arrow() {
        Label arrow = new Label("→");
        arrow.getStyleClass().add("muted");
        return arrow;
    }

    private Labeled part(String word, String style, String id, ScreenId opens) {
        Button part = new Button(word);
        part.getStyleClass().setAll("block-part", style);
        part.setId(id);
        part.setAccessibleText(word.equals("+") ? "residual add" : word);
        part.setOnAction(_ -> navigation.open(opens));
        navigation.screenProperty().subscribe(screen -> part.pseudoClassStateChanged(CURRENT, screen == opens));
        return part;
    }
}
