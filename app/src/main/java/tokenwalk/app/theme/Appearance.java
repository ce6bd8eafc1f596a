package tokenwalk.app.theme;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Color;
import javafx.util.Duration;

/** How the user wants the program to look. Canvas-drawn controls read it; stylesheets are made from it. */
public final class Appearance {
    /** 100 %: one em in pixels. */
    public static final double BASE_FONT_SIZE = 14;

    private static final double SMALLEST = 0.75;
    private static final double LARGEST = 2.5;
    private static final double STEP = 1.125;
    /** One em in pixels for a class, where the window is 1920 × 1080. */
    private static final double PRESENTED_FONT_SIZE = 24;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyDoubleWrapper textScale = new ReadOnlyDoubleWrapper(this, "textScale", 1);
    private final BooleanProperty colorBlind = new SimpleBooleanProperty(this, "colorBlind", false);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion", false);

    private final DoubleProperty ownScale = new SimpleDoubleProperty(this, "ownScale", 1);
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting", false);
    private final DoubleProperty presentedSize = new SimpleDoubleProperty(this, "presentedSize", 1);
    private final BooleanProperty pipelineTimes = new SimpleBooleanProperty(this, "pipelineTimes", false);

    public Appearance() {
        textScale.bind(Bindings.createDoubleBinding(
                () -> presenting.get() ? presentedScale() : ownScale.get(), presenting, presentedSize, ownScale));
    }

    /** In whole pixels, so that a window that is pulled larger is not styled anew for each of them. */
    private double presentedScale() {
        double pixels = Math.rint(PRESENTED_FONT_SIZE * presentedSize.get());
        return Math.clamp(pixels / BASE_FONT_SIZE, SMALLEST, LARGEST);
    }

    /** Whether the program is shown to a class: big type, high contrast, only what is spoken of. */
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    /** How many times as large as 1920 × 1080 the window is; while presenting, this decides the text size. */
    public DoubleProperty presentedSizeProperty() {
        return presentedSize;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    /** 1 is 100 %. */
    public ReadOnlyDoubleProperty textScaleProperty() {
        return textScale.getReadOnlyProperty();
    }

    /** Whether signed numbers are orange and purple instead of red and blue. */
    public BooleanProperty colorBlindProperty() {
        return colorBlind;
    }

    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Whether the pipeline's stages tell their measured times instead of their shapes. */
    public BooleanProperty pipelineTimesProperty() {
        return pipelineTimes;
    }

    public Color color(Role role) {
        return presenting.get() ? theme().strongColor(role) : theme().color(role);
    }

    public Color positive() {
        return color(colorBlind.get() ? Role.POSITIVE_CHOICE : Role.POSITIVE);
    }

    public Color negative() {
        return color(colorBlind.get() ? Role.NEGATIVE_CHOICE : Role.NEGATIVE);
    }

    /** @return so many pixels at 100 %, scaled with the text */
    public double px(double pixels) {
        return pixels * textScale.get();
    }

    /** @return the duration a motion takes: none where motion is reduced */
    public Duration motion(double millis) {
        return reducedMotion.get() ? Duration.ZERO : Duration.millis(millis);
    }

    public void largerText() {
        scaleTo(ownScale.get() * STEP);
    }

    public void smallerText() {
        scaleTo(ownScale.get() / STEP);
    }

    public void resetText() {
        scaleTo(1);
    }

    /** Sets the text size, kept between 75 % and 250 %. While presenting, the window's size decides it instead. */
    public void scaleTo(double scale) {
        if (!presenting.get()) {
            ownScale.set(Math.clamp(scale, SMALLEST, LARGEST));
        }
    }
}
