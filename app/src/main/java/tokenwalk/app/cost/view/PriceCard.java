package tokenwalk.app.cost.view;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Millis;
import tokenwalk.app.cost.model.CostModel;
import tokenwalk.app.cost.model.Price;
import tokenwalk.app.cost.model.StepTimes;

/** What a text costs where tokens are sold, and why what is written costs more than what is read. */
public final class PriceCard extends VBox {
    private final NumberField inputTokens = new NumberField("price-input-tokens", 1000);
    private final NumberField outputTokens = new NumberField("price-output-tokens", 500);
    private final NumberField inputPrice = new NumberField("price-input", 3);
    private final NumberField outputPrice = new NumberField("price-output", 15);
    // Kept in a field: a binding that nobody holds stops telling.
    private final ObjectBinding<Price> price = Bindings.createObjectBinding(
            this::read,
            inputTokens.valueProperty(),
            outputTokens.valueProperty(),
            inputPrice.valueProperty(),
            outputPrice.valueProperty());
    private final Label input = Cells.number();
    private final Label output = Cells.number();
    private final Label total = Cells.number();
    private final Label why = Cells.note("");

    public PriceCard(CostModel model) {
        getStyleClass().addAll("card", "cost-card");
        total.setId("price-total");
        total.getStyleClass().add("strong");
        why.setId("why-output-costs-more");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cost-fields");
        grid.addRow(
                0,
                Cells.heading(""),
                Cells.heading("tokens"),
                Cells.heading("price a million"),
                Cells.rightHeading("cost"));
        grid.addRow(1, Cells.word("Input, read"), inputTokens, inputPrice, input);
        grid.addRow(2, Cells.word("Output, written"), outputTokens, outputPrice, output);
        Label word = Cells.word("Total");
        word.getStyleClass().add("strong");
        grid.add(word, 0, 3);
        grid.add(total, 3, 3);
        GridPane.setHgrow(input, Priority.ALWAYS);
        Region gap = new Region();
        setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(Cells.line(Cells.title("What a text costs")), grid, gap, why);
        price.subscribe(this::show);
        model.timesProperty().subscribe(this::explain);
    }

    private Price read() {
        return new Price(
                inputTokens.valueProperty().get(),
                outputTokens.valueProperty().get(),
                inputPrice.valueProperty().get(),
                outputPrice.valueProperty().get());
    }

    private void show(Price now) {
        input.setText(money(now.input()));
        output.setText(money(now.output()));
        total.setText(money(now.total()));
    }

    private static String money(double amount) {
        return Double.isNaN(amount) ? "–" : String.format(Locale.ROOT, "%,.6f", amount);
    }

    private void explain(@Nullable StepTimes times) {
        String reason =
                "Why output costs more: input tokens go through together, so the weights are read once for all of"
                        + " them; each output token is a step of its own that reads all weights again.";
        why.setText(
                times == null || Double.isNaN(times.readPerToken())
                        ? reason
                        : reason
                                + String.format(
                                        Locale.ROOT,
                                        " Measured here: %s for each token read, %s for each token written.",
                                        Millis.of(times.readPerToken()),
                                        Millis.of(times.total())));
    }
}
