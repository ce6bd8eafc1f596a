package tokenwalk.app.drift.view;

import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.LevelSlider;
import tokenwalk.app.drift.model.DriftModel;
import tokenwalk.app.drift.model.DriftView;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.SpokenOf;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.model.LanguageModel;

/** The panel «Token Positions Across Layers»: the plot and the slider that moves through the levels. */
public final class DriftCard extends VBox {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final DriftModel model;
    private final ScatterCanvas plot;
    private final LevelSlider slider;
    private final Label problem = new Label();

    /**
     * @param spokenOf says whether the plot's switches are shown
     * @param compact whether room is scarce: the switch beside «View», which is in there too, goes
     * @param footer what stands below the slider
     */
    public DriftCard(
            SessionModel session,
            DriftModel model,
            Appearance appearance,
            SpokenOf spokenOf,
            BooleanExpression compact,
            Node footer) {
        this.model = model;
        this.plot = new ScatterCanvas(appearance);
        this.slider = new LevelSlider(appearance);
        getStyleClass().addAll("card", "drift-card");
        compact.subscribe(now -> pseudoClassStateChanged(COMPACT, now));
        plot.setId("plot");
        Marked.as(Part.DRIFT_PICTURE, plot);
        plot.pictureProperty().bind(model.pictureProperty());
        plot.chosenProperty().bind(session.positionProperty());
        plot.onPickProperty().set(session.positionProperty()::set);
        plot.levelProperty().bind(slider.positionProperty());
        setVgrow(plot, Priority.ALWAYS);

        slider.setId("level");
        Marked.as(Part.LEVEL, slider);
        session.modelProperty().subscribe((@Nullable LanguageModel opened) -> {
            if (opened != null) {
                // Not while there are no layers: the slider would pull the session down to level 0.
                slider.levelProperty().unbindBidirectional(session.levelProperty());
                slider.layersProperty().set(opened.shape().layers());
                slider.levelProperty().bindBidirectional(session.levelProperty());
            }
        });
        slider.disableProperty().bind(session.readingProperty().isNull());

        problem.getStyleClass().add("error");
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(heading(spokenOf, compact), problem, plot, slider, footer);
    }

    private Region heading(SpokenOf spokenOf, BooleanExpression compact) {
        Label title = new Label("Token Positions Across Layers");
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton mean = new ToggleButton("Subtract mean");
        mean.setId("subtract-mean");
        mean.getStyleClass().add("small");
        mean.setMinWidth(Region.USE_PREF_SIZE);
        mean.setTooltip(new Tooltip("Take away what all tokens of a level have in common, so that they pull apart"));
        mean.setOnAction(_ -> model.choose(mean.isSelected() ? DriftView.MEAN_SUBTRACTED : DriftView.NORMALISED));
        mean.visibleProperty().bind(compact.not());
        mean.managedProperty().bind(mean.visibleProperty());
        model.viewProperty().subscribe(view -> mean.setSelected(view == DriftView.MEAN_SUBTRACTED));
        HBox switches = new HBox(mean, viewMenu());
        switches.getStyleClass().add("card-heading");
        switches.visibleProperty().bind(spokenOf.anyOf());
        HBox row = new HBox(title, gap, switches);
        row.getStyleClass().add("card-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private MenuButton viewMenu() {
        MenuButton menu = new MenuButton("View");
        menu.setId("drift-view");
        menu.getStyleClass().add("small");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup one = new ToggleGroup();
        for (DriftView view : DriftView.values()) {
            RadioMenuItem item = new RadioMenuItem(view.label());
            item.setToggleGroup(one);
            item.setOnAction(_ -> model.choose(view));
            model.viewProperty().subscribe(now -> item.setSelected(now == view));
            menu.getItems().add(item);
        }
        MenuItem whole = new MenuItem("Show the whole picture");
        whole.setOnAction(_ -> plot.resetView());
        menu.getItems().addAll(new SeparatorMenuItem(), whole);
        return menu;
    }
}
