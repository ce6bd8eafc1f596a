package tokenwalk.app.screen;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tokenwalk.app.export.PictureExport;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;

/** The open screen below its title, what you see in one sentence, and the tabs of its neighbours. */
public final class ScreenFrame extends BorderPane {
    private final NavigationModel navigation;
    private final Function<ScreenId, Region> create;
    private final Map<ScreenId, Region> screens = new EnumMap<>(ScreenId.class);
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final HBox tabs = new HBox();

    /** @param create makes a screen when it is first opened */
    public ScreenFrame(NavigationModel navigation, Appearance appearance, Function<ScreenId, Region> create) {
        this.navigation = navigation;
        this.create = create;
        getStyleClass().add("screen-frame");
        title.setId("screen-title");
        Marked.as(Part.TITLE, title);
        title.getStyleClass().add("screen-title");
        title.setMinWidth(USE_PREF_SIZE);
        sentence.getStyleClass().add("muted");
        tabs.getStyleClass().add("tab-words");
        tabs.setAlignment(Pos.CENTER_RIGHT);
        tabs.setMinWidth(USE_PREF_SIZE);
        Button save = new Button("Save picture…");
        save.setId("save-picture");
        save.getStyleClass().addAll("flat", "small");
        save.setMinWidth(USE_PREF_SIZE);
        save.setTooltip(new Tooltip("This screen as PNG at twice the size, or as SVG"));
        save.setOnAction(_ -> PictureExport.ask(
                (Region) getCenter(), nameOf(navigation.screenProperty().get())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, sentence, gap, save, tabs);
        heading.getStyleClass().add("screen-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.visibleProperty().bind(appearance.presentingProperty().not());
        heading.managedProperty().bind(heading.visibleProperty());
        setTop(heading);
        navigation.screenProperty().subscribe(this::show);
    }

    private void show(ScreenId id) {
        title.setText(id.title());
        sentence.setText(id.sentence());
        boolean alone = id.neighbours().size() == 1;
        tabs.getChildren()
                .setAll(
                        alone
                                ? List.of()
                                : id.neighbours().stream()
                                        .map(other -> tab(other, id))
                                        .toList());
        setCenter(screens.computeIfAbsent(id, create));
    }

    private ToggleButton tab(ScreenId id, ScreenId open) {
        ToggleButton tab = new ToggleButton(id.tab());
        tab.setId("tab-" + nameOf(id));
        tab.setSelected(id == open);
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            navigation.open(id);
        });
        return tab;
    }

    private static String nameOf(ScreenId id) {
        return id.name().toLowerCase(Locale.ROOT);
    }
}
