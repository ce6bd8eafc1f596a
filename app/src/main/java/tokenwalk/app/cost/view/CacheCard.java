package tokenwalk.app.cost.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.Millis;
import tokenwalk.app.cost.model.CacheRun;
import tokenwalk.app.cost.model.CostModel;

/** Milliseconds a token as the text grows, with the key/value cache and without, really run. */
public final class CacheCard extends VBox {
    private static final double TICK = 10;

    private final XYChart.Series<Number, Number> with = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> without = new XYChart.Series<>();
    private final NumberAxis lengths = new NumberAxis();
    private final NumberAxis millis = new NumberAxis();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label same = Cells.note("");
    private final Label written = Cells.note("");
    private final Label empty =
            Cells.note("Press Measure: the text is written on twice, with the cache and without, and timed.");

    public CacheCard(CostModel model) {
        getStyleClass().addAll("card", "cost-card", "cache-card");
        Button measure = new Button("Measure");
        measure.setId("measure-cache");
        measure.getStyleClass().add("primary");
        measure.setOnAction(_ -> model.compare());
        measure.disableProperty()
                .bind(model.measuringProperty().or(model.costProperty().isNull()));
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-cache");
        cancel.setOnAction(_ -> model.cancel());
        progress.setId("cache-progress");
        HBox underWay = new HBox(progress, cancel);
        underWay.getStyleClass().add("button-row");
        underWay.visibleProperty().bind(model.measuringProperty());
        same.setId("same-tokens");
        written.setId("written-tokens");
        getChildren()
                .addAll(
                        Cells.line(Cells.title("Key/value cache"), Cells.gap(), underWay, measure),
                        picture(),
                        same,
                        written);
        model.runProperty().subscribe(this::show);
        model.problemProperty().subscribe(problem -> {
            if (!problem.isEmpty()) {
                same.setText("! " + problem);
            }
        });
    }

    private StackPane picture() {
        with.setName("with the cache");
        without.setName("without: all is read again");
        lengths.setLabel("tokens in the text");
        lengths.setAutoRanging(false);
        lengths.setTickUnit(TICK);
        lengths.setAnimated(false);
        millis.setLabel("ms a token");
        millis.setAnimated(false);
        lengths.setMinorTickVisible(false);
        millis.setMinorTickVisible(false);
        LineChart<Number, Number> chart = new LineChart<>(lengths, millis);
        chart.setId("cache-curves");
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setVerticalGridLinesVisible(false);
        chart.getData().addAll(List.of(with, without));
        VBox.setVgrow(chart, Priority.ALWAYS);
        StackPane picture = new StackPane(chart, empty);
        VBox.setVgrow(picture, Priority.ALWAYS);
        chart.visibleProperty().bind(empty.visibleProperty().not());
        return picture;
    }

    private void show(CacheRun run) {
        List<CacheRun.Step> steps = run.steps();
        empty.setVisible(steps.isEmpty());
        if (steps.isEmpty()) {
            with.getData().clear();
            without.getData().clear();
            progress.setProgress(0);
            same.setText("");
            written.setText("");
            return;
        }
        int first = steps.getFirst().length();
        lengths.setLowerBound(Math.floor(first / TICK) * TICK);
        lengths.setUpperBound(Math.ceil((first + run.planned()) / TICK) * TICK);
        for (CacheRun.Step step : steps.subList(with.getData().size(), steps.size())) {
            with.getData().add(new XYChart.Data<>(step.length(), step.withCache()));
            without.getData().add(new XYChart.Data<>(step.length(), step.withoutCache()));
        }
        progress.setProgress((double) steps.size() / run.planned());
        CacheRun.Step last = steps.getLast();
        same.setText(String.format(
                Locale.ROOT,
                "%s %d of %d tokens are the same both ways. At %,d tokens: %s with the cache, %s without.",
                run.same() == steps.size() ? "✓" : "!",
                run.same(),
                steps.size(),
                last.length(),
                Millis.of(last.withCache()),
                Millis.of(last.withoutCache())));
        written.setText("Both wrote: "
                + steps.stream()
                        .map(step -> step.token().text())
                        .collect(Collectors.joining())
                        .replace("\n", "↵"));
    }
}
