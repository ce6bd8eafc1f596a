package tokenwalk.app.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.theme.Appearance;

/** All stages in two frames: what the model does, and what decoding does with the model's scores. */
public final class PipelineStrip extends HBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final String ARROW = "→";
    private static final double LIGHT_MILLIS = 60;
    private static final String DECODING_DOES = " picks one token from the scores. It is not the model.";
    private static final String DECODING_DOES_BRIEFLY = " picks one token. It is not the model.";

    private final Appearance appearance;
    private final Map<Stage, StageButton> buttons = new EnumMap<>(Stage.class);
    private final ObjectProperty<@Nullable Stage> open = new SimpleObjectProperty<>(this, "open");
    private final IntegerProperty layers = new SimpleIntegerProperty(this, "layers", 0);
    private final List<Label> innerArrows = new ArrayList<>();
    private final List<HBox> captions = new ArrayList<>();
    private final Label decodingDoes = new Label(DECODING_DOES);
    private final Timeline lights = new Timeline();
    private final InvalidationListener fit = change -> fit();

    public PipelineStrip(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("pipeline");
        setAlignment(Pos.BOTTOM_LEFT);
        for (Stage stage : Stage.values()) {
            buttons.put(stage, new StageButton(stage));
        }
        Region model = frame(Stage.Part.MODEL, "The model", new Label(" gives every token in the vocabulary a score."));
        Region decoding = frame(Stage.Part.DECODING, "Decoding", decodingDoes);
        Label arrow = arrow();
        arrow.getStyleClass().add("frame-arrow");
        setHgrow(model, Priority.ALWAYS);
        getChildren().addAll(model, arrow, decoding);
        open.subscribe(now -> buttons.forEach((stage, button) -> button.setOpen(stage == now)));
        layers.subscribe(count -> button(Stage.BLOCKS).setCount(count.intValue() > 0 ? " × " + count : ""));
        widthProperty().addListener(fit);
        appearance.textScaleProperty().addListener(new WeakInvalidationListener(fit));
        appearance.presentingProperty().addListener(new WeakInvalidationListener(fit));
    }

    /** What a stage holds right now, such as {@code 12 × 576}; {@code –} while it waits. */
    public StringProperty detail(Stage stage) {
        return button(stage).detailProperty();
    }

    /** The stage whose screen is open, if any. */
    public ObjectProperty<@Nullable Stage> openProperty() {
        return open;
    }

    /** How many blocks the model has; 0 while that is not known. */
    public IntegerProperty layersProperty() {
        return layers;
    }

    /** @return where something that belongs to a stage can be shown */
    public Node anchor(Stage stage) {
        return button(stage);
    }

    /** Makes a stage clickable, or with {@code null} not. */
    public void setHandler(Stage stage, @Nullable Runnable handler) {
        button(stage).setHandler(handler);
    }

    /** Says of every stage that it waits. */
    public void clearDetails() {
        buttons.values().forEach(button -> button.detailProperty().set(StageButton.WAITING_DETAIL));
    }

    /** Lights the stages one after another, as a token passes them. */
    public void light() {
        lights.stop();
        buttons.values().forEach(button -> button.setLit(false));
        Duration each = appearance.motion(LIGHT_MILLIS);
        if (each.equals(Duration.ZERO)) {
            return;
        }
        lights.getKeyFrames().clear();
        Duration from = Duration.ZERO;
        for (Stage stage : Stage.values()) {
            StageButton button = button(stage);
            lights.getKeyFrames()
                    .addAll(
                            new KeyFrame(from, event -> button.setLit(true)),
                            new KeyFrame(from.add(each), event -> button.setLit(false)));
            from = from.add(each);
        }
        lights.playFromStart();
    }

    private StageButton button(Stage stage) {
        return Objects.requireNonNull(buttons.get(stage));
    }

    private Region frame(Stage.Part part, String who, Label does) {
        HBox stages = new HBox();
        stages.getStyleClass().add("frame-ground");
        stages.setAlignment(Pos.CENTER_LEFT);
        for (Stage stage : Stage.values()) {
            if (stage.part() != part) {
                continue;
            }
            if (!stages.getChildren().isEmpty()) {
                Label arrow = arrow();
                setHgrow(arrow, Priority.ALWAYS);
                stages.getChildren().add(arrow);
                innerArrows.add(arrow);
            }
            stages.getChildren().add(button(stage));
        }
        Label name = new Label(who);
        name.getStyleClass().add("frame-who");
        name.setMinWidth(USE_PREF_SIZE);
        HBox caption = new HBox(name, does);
        caption.getStyleClass().add("frame-caption");
        caption.setMinWidth(0);
        caption.managedProperty().bind(caption.visibleProperty());
        captions.add(caption);
        VBox frame = new VBox(caption, stages);
        frame.getStyleClass().addAll("frame", part == Stage.Part.MODEL ? "model" : "decoding");
        return frame;
    }

    private static Label arrow() {
        Label arrow = new Label(ARROW);
        arrow.getStyleClass().add("arrow");
        arrow.setAlignment(Pos.CENTER);
        arrow.setMinWidth(USE_PREF_SIZE);
        arrow.setMaxWidth(Double.MAX_VALUE);
        return arrow;
    }

    private void fit() {
        boolean presenting = appearance.presentingProperty().get();
        Room width = Room.of(getWidth() / appearance.px(Appearance.BASE_FONT_SIZE));
        Room room = presenting && width == Room.WIDE ? Room.NARROW : width;
        captions.forEach(caption -> caption.setVisible(!presenting));
        pseudoClassStateChanged(NARROW, room != Room.WIDE);
        buttons.values().forEach(button -> button.fit(room));
        innerArrows.forEach(arrow -> arrow.setText(room == Room.TIGHT ? "" : ARROW));
        decodingDoes.setText(room == Room.WIDE ? DECODING_DOES : DECODING_DOES_BRIEFLY);
    }
}
