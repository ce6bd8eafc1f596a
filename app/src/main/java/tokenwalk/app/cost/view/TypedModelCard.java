package tokenwalk.app.cost.view;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.Millis;
import tokenwalk.app.cost.model.TypedModel;
import tokenwalk.app.cost.model.TypedModel.Part;

/** The same sums for a model that is typed in. */
public final class TypedModelCard extends VBox {
    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;

    private final NumberField layers = new NumberField("typed-layers", 80);
    private final NumberField width = new NumberField("typed-width", 8192);
    private final NumberField vocabulary = new NumberField("typed-vocabulary", 128_000);
    private final NumberField bytesPerWeight = new NumberField("typed-bytes", 2);
    private final NumberField bandwidth = new NumberField("typed-bandwidth", 2000);
    private final NumberField compute = new NumberField("typed-compute", 300);
    // Kept in a field: a binding that nobody holds stops telling.
    private final ObjectBinding<TypedModel> typed = Bindings.createObjectBinding(
            this::read,
            layers.valueProperty(),
            width.valueProperty(),
            vocabulary.valueProperty(),
            bytesPerWeight.valueProperty(),
            bandwidth.valueProperty(),
            compute.valueProperty());
    private final Label attention = number("typed-attention");
    private final Label mlp = number("typed-mlp");
    private final Label unembedding = number("typed-unembedding");
    private final Label total = number("typed-total");
    private final Label weights = number("typed-weights");
    private final Label verdict = Cells.wrapped("typed-verdict");

    public TypedModelCard() {
        getStyleClass().addAll("card", "cost-card");
        GridPane fields = new GridPane();
        fields.getStyleClass().add("cost-fields");
        field(fields, 0, "Layers", layers, "");
        field(fields, 1, "Width", width, "");
        field(fields, 2, "Vocabulary", vocabulary, "");
        field(fields, 3, "Bytes a weight", bytesPerWeight, "");
        field(fields, 4, "Memory bandwidth", bandwidth, "GB/s");
        field(fields, 5, "Computing", compute, "TFLOP/s");
        GridPane sums = new GridPane();
        sums.getStyleClass().add("cost-sums");
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        sums.getColumnConstraints().add(grow);
        sums.addRow(0, Cells.heading("a step reads"), Cells.rightHeading("bytes"));
        sums.addRow(1, Cells.word("Attention, 4 · width² a layer"), attention);
        sums.addRow(2, Cells.word("MLP, 8 · width² a layer"), mlp);
        sums.addRow(3, Cells.word("Unembedding, vocabulary · width"), unembedding);
        sums.addRow(4, strong("One step"), total);
        sums.addRow(5, Cells.heading("weights"), weights);
        total.getStyleClass().add("strong");
        HBox.setHgrow(sums, Priority.ALWAYS);
        HBox both = new HBox(fields, sums);
        both.getStyleClass().add("cost-halves");
        getChildren().addAll(Cells.line(Cells.title("The same sums for another model")), both, verdict);
        typed.subscribe(this::show);
    }

    private static Label number(String id) {
        Label label = Cells.number();
        label.setId(id);
        return label;
    }

    private static Label strong(String words) {
        Label label = Cells.word(words);
        label.getStyleClass().add("strong");
        return label;
    }

    static void field(GridPane grid, int row, String name, NumberField field, String unit) {
        Label label = Cells.word(name);
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        grid.addRow(row, label, field, Cells.heading(unit));
    }

    private TypedModel read() {
        return new TypedModel(
                layers.valueProperty().get(),
                width.valueProperty().get(),
                vocabulary.valueProperty().get(),
                bytesPerWeight.valueProperty().get(),
                bandwidth.valueProperty().get() * GIGA,
                compute.valueProperty().get() * TERA);
    }

    private void show(TypedModel now) {
        if (!now.complete()) {
            List.of(attention, mlp, unembedding, total, weights).forEach(label -> label.setText("–"));
            verdict.setText("Type a number above 0 in every field.");
            return;
        }
        attention.setText(Amount.bytes(now.bytes(Part.ATTENTION)));
        mlp.setText(Amount.bytes(now.bytes(Part.MLP)));
        unembedding.setText(Amount.bytes(now.bytes(Part.UNEMBEDDING)));
        total.setText(Amount.bytes(now.bytes()));
        weights.setText(Amount.count(now.weights()));
        verdict.setText(
                "Bytes ÷ bandwidth = %s; %s operations ÷ computing = %s. The step is bound by %s: %s tokens a second."
                        .formatted(
                                Millis.of(now.memorySeconds() * 1000),
                                Amount.count(now.operations()),
                                Millis.of(now.computeSeconds() * 1000),
                                now.boundByMemory() ? "memory bandwidth" : "computing",
                                String.format(Locale.ROOT, "%,.1f", now.tokensPerSecond())));
    }
}
