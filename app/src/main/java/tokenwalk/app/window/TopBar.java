package tokenwalk.app.window;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.AppearanceButtons;
import tokenwalk.app.controls.QuietPopOver;
import tokenwalk.app.session.Opening;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.model.LanguageModel;

/** Name, model, how it looks, and help. */
final class TopBar extends HBox {
    private final Button model = new Button();
    private final Label opening = new Label();

    /** @param models opens the screen of the models */
    TopBar(SessionModel session, Appearance appearance, BooleanProperty lessons, Runnable models) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("Tokenwalk");
        name.getStyleClass().add("app-name");
        model.setId("model");
        model.getStyleClass().addAll("flat", "model-name");
        model.setOnAction(_ -> models.run());
        opening.setId("opening");
        opening.getStyleClass().add("muted");
        session.modelProperty().subscribe(this::describe);
        session.openingProperty()
                .subscribe((Opening now) -> tell(now, session.modelProperty().get() != null));
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        name,
                        model,
                        opening,
                        gap,
                        lessons(lessons),
                        present(appearance),
                        display(appearance),
                        new AppearanceButtons(appearance),
                        help());
    }

    private void describe(@Nullable LanguageModel opened) {
        if (opened == null) {
            return;
        }
        model.setText(opened.facts().name() + " ▾");
        model.setTooltip(new Tooltip(String.format(
                "Choose another model. This one: %,.0f million parameters, %d layers, %d heads, width %d, vocabulary %,d, stored as %s",
                opened.facts().parameters() / 1e6,
                opened.shape().layers(),
                opened.shape().attention().heads(),
                opened.shape().width(),
                opened.shape().vocabulary(),
                opened.facts().fileType())));
    }

    /** The first model is told of by the card that waits for it. */
    private void tell(Opening now, boolean another) {
        opening.setText(
                switch (now) {
                    case Opening.UnderWay way
                    when another && !way.name().isEmpty() ->
                        "opening " + way.name()
                                + (way.allBlocks() == 0 ? "" : ", block " + way.blocks() + " of " + way.allBlocks());
                    case Opening.Failed _ when another -> "! not opened: click the model’s name to see why";
                    case Opening.UnderWay _, Opening.Failed _, Opening.Done() -> "";
                });
    }

    private static ToggleButton lessons(BooleanProperty shown) {
        ToggleButton lessons = new ToggleButton("Lessons");
        lessons.setId("lessons");
        lessons.getStyleClass().add("flat");
        lessons.setTooltip(new Tooltip("Guided walks through all this, beside the screens"));
        lessons.selectedProperty().bindBidirectional(shown);
        return lessons;
    }

    private static Button present(Appearance appearance) {
        Button present = new Button("Present");
        present.setId("present");
        present.getStyleClass().add("flat");
        present.setTooltip(new Tooltip("Big type, full screen, only what is spoken of (F5; Esc leaves)"));
        present.setOnAction(_ -> appearance.presentingProperty().set(true));
        return present;
    }

    private static MenuButton display(Appearance appearance) {
        MenuButton menu = new MenuButton("Display");
        menu.setId("display");
        menu.getStyleClass().add("flat");
        CheckMenuItem colors = new CheckMenuItem("Orange and purple instead of red and blue");
        colors.selectedProperty().bindBidirectional(appearance.colorBlindProperty());
        CheckMenuItem motion = new CheckMenuItem("No motion");
        motion.selectedProperty().bindBidirectional(appearance.reducedMotionProperty());
        CheckMenuItem times = new CheckMenuItem("Times in the pipeline");
        times.setId("pipeline-times");
        times.selectedProperty().bindBidirectional(appearance.pipelineTimesProperty());
        menu.getItems().addAll(colors, motion, times);
        return menu;
    }

    private static Button help() {
        Button help = new Button("?");
        help.setId("help");
        help.getStyleClass().add("flat");
        help.setTooltip(new Tooltip("Keys"));
        GridPane keys = new GridPane();
        keys.getStyleClass().addAll("pop-over-content", "keys");
        int row = 0;
        for (Shortcut shortcut : Shortcut.values()) {
            Label key = new Label(shortcut.keys());
            key.getStyleClass().add("number");
            keys.addRow(row++, key, new Label(shortcut.meaning()));
        }
        PopOver popOver = new QuietPopOver(keys, PopOver.ArrowLocation.TOP_RIGHT);
        help.setOnAction(_ -> popOver.show(help));
        return help;
    }
}
