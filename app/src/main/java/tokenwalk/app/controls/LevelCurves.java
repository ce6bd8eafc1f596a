package tokenwalk.app.controls;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import tokenwalk.app.theme.Appearance;

/** One number of each token along the levels, as curves: the chosen token's strong, all others faint. */
public final class LevelCurves extends Control {
    /** How numbers become heights. */
    public enum Scale {
        LINEAR,
        /** For numbers above 0. */
        LOGARITHMIC
    }

    private final Scale scale;
    private final Appearance appearance;
    private final DoubleFunction<String> words;
    private final ObjectProperty<List<Numbers>> curves = new SimpleObjectProperty<>(this, "curves", List.of());
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final IntegerProperty level = new SimpleIntegerProperty(this, "level", 0);
    private final ObjectProperty<IntConsumer> onLevel = new SimpleObjectProperty<>(this, "onLevel", _ -> {});

    /** @param words how a number is written */
    public LevelCurves(Scale scale, DoubleFunction<String> words, Appearance appearance) {
        this.scale = scale;
        this.words = words;
        this.appearance = appearance;
        getStyleClass().add("level-curves");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** One curve a token, one number a level; NaN where there is none. */
    public ObjectProperty<List<Numbers>> curvesProperty() {
        return curves;
    }

    /** The curve that stands out, −1 for none. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** The level that is marked. */
    public IntegerProperty levelProperty() {
        return level;
    }

    /** Told the level that was clicked on. */
    public ObjectProperty<IntConsumer> onLevelProperty() {
        return onLevel;
    }

    Scale scale() {
        return scale;
    }

    String write(double number) {
        return words.apply(number);
    }

    /** @return a number with so many decimal places and thousands marked */
    public static DoubleFunction<String> decimals(int places) {
        return number ->
                String.format(Locale.ROOT, "%,." + places + "f", number).replace('-', '−');
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LevelCurvesSkin(this, appearance);
    }
}
