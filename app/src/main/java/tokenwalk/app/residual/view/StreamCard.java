package tokenwalk.app.residual.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.StreamChart;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.residual.model.Attribution;
import tokenwalk.app.residual.model.ResidualModel;
import tokenwalk.app.theme.Appearance;

/** The parts as a waterfall, and how long each is. */
public final class StreamCard extends VBox {
    private final StreamChart chart;
    private final TokenText token = new TokenText();

    public StreamCard(ResidualModel model, Appearance appearance) {
        getStyleClass().addAll("card", "stream-card");
        chart = new StreamChart(appearance);
        chart.setId("stream-chart");
        chart.selectedProperty().bindBidirectional(model.partProperty());
        setVgrow(chart, Priority.ALWAYS);
        Label title = new Label("What each part adds to the score of");
        title.getStyleClass().add("card-title");
        token.getStyleClass().addAll("card-title", "strong");
        token.setId("scored-token");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, token, gap, legend("attention", "attention"), legend("mlp", "MLP"));
        heading.getStyleClass().add("card-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(heading, chart);
        model.attributionProperty().subscribe(this::show);
    }

    private static Node legend(String styleClass, String word) {
        Region sample = new Region();
        sample.getStyleClass().addAll("stream-sample", styleClass);
        Label label = new Label(word, sample);
        label.getStyleClass().add("note");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void show(@Nullable Attribution attribution) {
        if (attribution != null) {
            token.setToken(TokenLabels.of(attribution.of().reading().model().token(attribution.token())));
            chart.setBars(attribution.parts().stream().map(StreamWords::bar).toList());
        }
    }
}
