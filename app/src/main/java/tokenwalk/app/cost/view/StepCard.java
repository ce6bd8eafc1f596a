package tokenwalk.app.cost.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Millis;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.ShareBar;
import tokenwalk.app.cost.model.CostModel;
import tokenwalk.app.cost.model.StepCost;
import tokenwalk.app.cost.model.StepCost.Part;
import tokenwalk.app.cost.model.StepTimes;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.PositionTable;
import tokenwalk.runtime.transformer.Rotary;

/** One step of one token: what each stage reads and does, and how long it took here. */
public final class StepCard extends VBox {
    private static final double SHORTEST_RATED = 0.05;

    private final SessionModel session;
    private final CostModel model;
    private final Map<Part, Row> rows = new EnumMap<>(Part.class);
    private final Row total;
    private final Label unembeddingShare = Cells.wrapped("unembedding-share");
    private final Label cacheNote = Cells.note("");
    private final Label speedNote = Cells.note("");
    private final Button whereFrom = Cells.flat("cost-where-from", "Where from?");

    /** The labels of one stage. */
    private static final class Row {
        private final Label name = Cells.word("");
        private final Label stored = Cells.heading("");
        private final Label bytes = Cells.number();
        private final Label share = Cells.number();
        private final Label operations = Cells.number();
        private final Label time = Cells.number();
        private final Label rate = Cells.number();
        private final ShareBar bar;

        Row(String id, Appearance appearance) {
            bar = new ShareBar(appearance);
            bytes.setId("bytes-" + id);
            share.setId("share-" + id);
            operations.setId("operations-" + id);
            time.setId("time-" + id);
            time.getStyleClass().add("measured");
            rate.getStyleClass().add("measured");
        }

        void addTo(GridPane grid, int row) {
            GridPane.setHgrow(bar, Priority.ALWAYS);
            GridPane.setFillHeight(bar, true);
            grid.addRow(row, name, stored, bytes, bar, share, operations, time, rate);
        }

        void showTime(double millis, double bytesRead) {
            time.setText(Millis.of(millis));
            // What takes no longer than the clock's own call tells no rate.
            rate.setText(
                    millis < SHORTEST_RATED ? "–" : String.format(Locale.ROOT, "%.1f GB/s", bytesRead / millis / 1e6));
        }
    }

    public StepCard(SessionModel session, CostModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        this.total = new Row("total", appearance);
        getStyleClass().addAll("card", "cost-card", "step-card");
        Button again = Cells.flat("measure-step", "Measure again");
        again.setOnAction(_ -> model.measureStep());
        whereFrom.setOnAction(_ -> explain());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cost-table");
        grid.addRow(
                0,
                Cells.heading("stage"),
                Cells.heading("stored as"),
                Cells.rightHeading("bytes read"),
                Cells.heading("share of them"),
                Cells.heading(""),
                Cells.rightHeading("operations"),
                Cells.rightHeading("measured"),
                Cells.rightHeading("reads at"));
        int line = 1;
        for (Part part : Part.values()) {
            Row row = new Row(part.name().toLowerCase(Locale.ROOT), appearance);
            rows.put(part, row);
            row.addTo(grid, line++);
        }
        row(Part.ATTENTION).name.getStyleClass().add("attention-word");
        row(Part.MLP).name.getStyleClass().add("mlp-word");
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        GridPane.setHalignment(rule, HPos.LEFT);
        grid.add(rule, 0, line++, 8, 1);
        total.addTo(grid, line);
        total.name.setText("One step");
        List.of(total.name, total.bytes, total.operations, total.time)
                .forEach(label -> label.getStyleClass().add("strong"));
        total.bar.setVisible(false);
        getChildren()
                .addAll(
                        Cells.line(Cells.title("One step of one token"), Cells.gap(), again, whereFrom),
                        grid,
                        unembeddingShare,
                        cacheNote,
                        speedNote);
        model.costProperty().subscribe(this::show);
        model.timesProperty().subscribe(this::showTimes);
    }

    private Row row(Part part) {
        return Objects.requireNonNull(rows.get(part));
    }

    private void show(@Nullable StepCost cost) {
        Reading reading = session.reading();
        if (cost == null || reading == null) {
            return;
        }
        ModelShape shape = reading.trace().shape();
        for (StepCost.Stage stage : cost.stages()) {
            Row row = row(stage.part());
            row.name.setText(
                    switch (stage.part()) {
                        case EMBEDDING -> rows(reading);
                        case ATTENTION -> "Attention × " + shape.layers();
                        case MLP -> "MLP × " + shape.layers();
                        case UNEMBEDDING -> "Unembedding";
                    });
            row.stored.setText(
                    stage.weights().types().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
            row.bytes.setText(Amount.bytes(stage.bytes()));
            row.bar.setShare(cost.share(stage.part()));
            row.share.setText(Percent.of(cost.share(stage.part())));
            row.operations.setText(stage.operations() == 0 ? "–" : Amount.count(stage.operations()));
        }
        total.bytes.setText(Amount.bytes(cost.bytes()));
        total.share.setText("100 %");
        total.operations.setText(Amount.count(cost.operations()));
        unembeddingShare.setText(
                "The unembedding alone is " + Percent.of(cost.share(Part.UNEMBEDDING)) + " of the bytes a step reads.");
        cacheNote.setText(String.format(
                Locale.ROOT,
                "Attention also reads the keys and values of %,d tokens: %s of its bytes.",
                cost.seen(),
                Amount.bytes(cost.stage(Part.ATTENTION).cacheBytes())));
    }

    private static String rows(Reading reading) {
        return switch (reading.model().transformer().positions()) {
            case Rotary _ -> "Embedding, one row";
            case PositionTable _ -> "Embedding, a row of each";
        };
    }

    private void showTimes(@Nullable StepTimes times) {
        StepCost cost = model.costProperty().get();
        if (times == null || cost == null) {
            return;
        }
        for (StepCost.Stage stage : cost.stages()) {
            row(stage.part()).showTime(times.of(stage.part()), stage.bytes());
        }
        total.showTime(times.total(), cost.bytes());
        unembeddingShare.setText("The unembedding alone is %s of the bytes a step reads, and %s of its time."
                .formatted(Percent.of(cost.share(Part.UNEMBEDDING)), Percent.of(times.unembedding() / times.total())));
        speedNote.setText(String.format(
                Locale.ROOT,
                "Measured on this computer, median of %d steps. Each weight is read once for %s: %.1f operations a byte.",
                times.steps(),
                "one multiplication and one addition",
                (double) cost.operations() / cost.bytes()));
    }

    private void explain() {
        StepCost cost = model.costProperty().get();
        Reading reading = session.reading();
        if (cost != null && reading != null) {
            StepCost.Stage unembedding = cost.stage(Part.UNEMBEDDING);
            ModelShape shape = reading.trace().shape();
            ProvenancePopOver.show(
                    new Provenance(
                            "What the unembedding reads",
                            List.of(
                                    "bytes = rows × bytes of a row, and the final norm's numbers in float32",
                                    String.format(
                                            Locale.ROOT,
                                            "%,d rows × %d numbers and %d of the norm",
                                            shape.vocabulary(),
                                            shape.width(),
                                            unembedding.weights().numbers()
                                                    - (long) shape.vocabulary() * shape.width()),
                                    String.format(
                                            Locale.ROOT,
                                            "= %,d numbers in %,d bytes",
                                            unembedding.weights().numbers(),
                                            unembedding.bytes()),
                                    String.format(
                                            Locale.ROOT,
                                            "operations = 2 × %,d = %,d",
                                            unembedding.weights().numbers(),
                                            unembedding.operations())),
                            new Provenance.SourceOf("tokenwalk.runtime.transformer.StageWeights", "of")),
                    whereFrom);
        }
    }
}
