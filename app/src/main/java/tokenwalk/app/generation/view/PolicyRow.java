package tokenwalk.app.generation.view;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.pointing.Marked;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** Temperature, top-k, top-p and the seed: the one policy, wherever the row stands. */
public final class PolicyRow extends HBox {
    /** The places of the top-k slider; 0, off, stands at the right end. */
    private static final List<Integer> TOP_KS =
            List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 40, 50, 75, 100, 200, 500, 1000, 0);

    private static final double HOTTEST = 2;

    private final GenerationModel model;

    public PolicyRow(GenerationModel model) {
        this.model = model;
        getStyleClass().add("policy-row");
        setAlignment(Pos.BOTTOM_LEFT);
        getChildren()
                .addAll(
                        Marked.as(
                                Part.TEMPERATURE,
                                knob("temperature", "Temperature", slider(0, HOTTEST, 0.1), temperature())),
                        Marked.as(Part.TOP_K, knob("top-k", "Top-k", slider(0, TOP_KS.size() - 1, 1), topK())),
                        Marked.as(Part.TOP_P, knob("top-p", "Top-p", slider(0.05, 1, 0.05), topP())),
                        Marked.as(Part.SEED, seed()));
    }

    /** How a slider's number becomes a part of the policy, and back. */
    private record Setting(
            String help,
            ToDoubleFunction<SamplingPolicy> place,
            DoubleFunction<SamplingPolicy> moved,
            Function<SamplingPolicy, String> words) {}

    private Setting temperature() {
        return new Setting(
                "Divides the scores: below 1 sharper, above 1 flatter, 0 always the best token",
                SamplingPolicy::temperature,
                place -> policy().withTemperature(Math.rint(place * 10) / 10),
                PolicyRow::temperatureWords);
    }

    private Setting topK() {
        return new Setting(
                "Keeps only so many of the best tokens",
                PolicyRow::topKPlace,
                place -> policy().withTopK(TOP_KS.get((int) Math.round(place))),
                PolicyRow::topKWords);
    }

    /** Off is the last place; a top-k between two places stands at the lower one. */
    private static int topKPlace(SamplingPolicy policy) {
        int last = TOP_KS.size() - 1;
        if (policy.topK() == 0) {
            return last;
        }
        int place = 0;
        while (place + 1 < last && TOP_KS.get(place + 1) <= policy.topK()) {
            place++;
        }
        return place;
    }

    private Setting topP() {
        return new Setting(
                "Keeps the best tokens that together reach this probability",
                SamplingPolicy::topP,
                place -> policy().withTopP(Math.rint(place * 20) / 20),
                PolicyRow::topPWords);
    }

    static String temperatureWords(SamplingPolicy policy) {
        return policy.alwaysBest() ? "0 = best" : String.format("%.1f", policy.temperature());
    }

    static String topKWords(SamplingPolicy policy) {
        return policy.topK() == 0 ? "off" : Integer.toString(policy.topK());
    }

    static String topPWords(SamplingPolicy policy) {
        return policy.topP() == 1 ? "off" : String.format("%.2f", policy.topP());
    }

    private SamplingPolicy policy() {
        return model.policyProperty().get();
    }

    private static Slider slider(double least, double most, double step) {
        Slider slider = new Slider(least, most, most);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setMinWidth(0);
        return slider;
    }

    private Node knob(String id, String name, Slider slider, Setting part) {
        Label label = new Label(name);
        label.getStyleClass().add("note");
        label.setLabelFor(slider);
        Label value = new Label();
        value.setId(id + "-value");
        value.getStyleClass().addAll("number", "policy-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        slider.setId(id);
        slider.setTooltip(new Tooltip(part.help()));
        slider.setAccessibleHelp(part.help());
        DoubleConsumer move = place -> {
            // A policy set elsewhere moves the slider, which must not move the policy to its own nearest place.
            SamplingPolicy moved = part.moved().apply(place);
            if (place != part.place().applyAsDouble(policy()) && !moved.equals(policy())) {
                model.policyProperty().set(moved);
            }
        };
        model.policyProperty().subscribe(policy -> {
            value.setText(part.words().apply(policy));
            if (!slider.isValueChanging()) {
                slider.setValue(part.place().applyAsDouble(policy));
            }
        });
        slider.valueProperty().subscribe(place -> move.accept(place.doubleValue()));
        VBox knob = new VBox(new HBox(label, gap, value), slider);
        knob.getStyleClass().add("knob");
        HBox.setHgrow(knob, Priority.ALWAYS);
        return knob;
    }

    private Node seed() {
        TextField field = new TextField(Long.toString(model.seedProperty().get()));
        field.setId("seed");
        field.getStyleClass().addAll("number", "seed");
        field.setTooltip(new Tooltip("The same seed draws the same tokens again"));
        field.setTextFormatter(new TextFormatter<>(change -> {
            if (!change.getControlNewText().matches("\\d{0,9}")) {
                change.setText("");
                change.setRange(change.getRangeStart(), change.getRangeStart());
            }
            return change;
        }));
        field.textProperty().subscribe(text -> {
            if (!text.isEmpty()) {
                model.seedProperty().set(Long.parseLong(text));
            }
        });
        model.seedProperty().subscribe(seed -> {
            if (!field.getText().isEmpty() && Long.parseLong(field.getText()) != seed.longValue()) {
                field.setText(seed.toString());
            }
        });
        Label label = new Label("Seed");
        label.getStyleClass().add("note");
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("knob");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }
}
