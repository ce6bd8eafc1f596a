package tokenwalk.app.generation.view;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.SpokenOf;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.place.Part;

/** The title over the next token, how many were added, and whether the best one or a drawn one is. */
final class GenerationHeading extends HBox {
    GenerationHeading(SessionModel session, GenerationModel model, SpokenOf spokenOf, BooleanExpression compact) {
        Label title = new Label("Generating the next token");
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        Button counter = new Button();
        counter.setId("counter");
        Marked.as(Part.STOPS, counter);
        counter.getStyleClass().addAll("flat", "number", "counter");
        counter.setMinWidth(Region.USE_PREF_SIZE);
        counter.setTooltip(new Tooltip("New tokens so far, and how many at most: what stops the text is set here"));
        counter.setGraphic(new Label("▾"));
        counter.setContentDisplay(ContentDisplay.RIGHT);
        counter.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.generated().size() + " / "
                                + model.maximumProperty().get(),
                        session.readingProperty(),
                        model.maximumProperty()));
        StopsEditor editor = new StopsEditor(model);
        counter.setOnAction(_ -> editor.open(counter));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        BestOrDraw choice = spokenOf.show(new BestOrDraw(model), Part.BEST_OR_DRAW);
        compact.subscribe(choice::setShort);
        getChildren().addAll(title, counter, gap, Marked.as(Part.BEST_OR_DRAW, choice));
        getStyleClass().add("card-heading");
        setAlignment(Pos.CENTER_LEFT);
    }
}
