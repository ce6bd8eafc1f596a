package tokenwalk.app.comparison.view;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;

/** Above what is shown of one of two models: its name, and how many tokens the sentence is to it. */
public final class ModelHeading extends VBox {
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox line;

    private ModelHeading(SessionModel session) {
        getStyleClass().add("model-heading");
        name.getStyleClass().addAll("card-title", "compared-name");
        name.setMinWidth(0);
        count.getStyleClass().addAll("muted", "compared-count");
        count.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(name, count, gap);
        line.getStyleClass().add("card-heading");
        line.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.getStyleClass().add("error");
        problem.setWrapText(true);
        problem.textProperty().bind(Bindings.concat("! ", session.problemProperty()));
        problem.visibleProperty().bind(session.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(line, problem);
        session.modelProperty().subscribe(this::name);
        session.readingProperty().subscribe(this::count);
    }

    /** @return the heading of the model that all screens show */
    public static ModelHeading first(SessionModel session) {
        return new ModelHeading(session);
    }

    /** @return the heading of the model beside it, with a button that closes it */
    public static ModelHeading second(ComparisonModel comparison) {
        ModelHeading heading = new ModelHeading(comparison.session());
        Button close = new Button("Close ✕");
        close.getStyleClass().addAll("flat", "small", "close-comparison");
        close.setMinWidth(USE_PREF_SIZE);
        close.setAccessibleText("Close this model and go back to one");
        close.setOnAction(_ -> comparison.close());
        heading.line.getChildren().add(close);
        return heading;
    }

    private void name(@Nullable LanguageModel model) {
        name.setText(model == null ? "" : model.facts().name());
    }

    private void count(@Nullable Reading reading) {
        int tokens = reading == null ? 0 : reading.trace().length();
        count.setText(
                reading == null
                        ? ""
                        : "%,d token%s · vocabulary %,d"
                                .formatted(
                                        tokens,
                                        tokens == 1 ? "" : "s",
                                        reading.trace().shape().vocabulary()));
    }
}
