package tokenwalk.app.lesson.view;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.place.Place;

/** Leads to what a step speaks of, where that is on another screen than the one that is open. */
final class ShowLine extends HBox {
    private final LessonPlayer player;
    private final NavigationModel navigation;
    private final Button show = new Button();

    ShowLine(Shared shared) {
        this.player = shared.learning().player();
        this.navigation = shared.navigation();
        show.setId("lesson-show");
        show.getStyleClass().add("small");
        show.setOnAction(_ -> elsewhere().map(ScreenId::of).ifPresent(navigation::open));
        getChildren().add(show);
        managedProperty().bind(visibleProperty());
        player.pointingProperty().subscribe(_ -> refresh());
        navigation.screenProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        Optional<Place> place = elsewhere();
        setVisible(place.isPresent());
        place.ifPresent(
                there -> show.setText("Show it on «" + ScreenId.of(there).title() + "»"));
    }

    /** @return the screen with the first thing spoken of, if nothing of it is on the open one */
    private Optional<Place> elsewhere() {
        Place here = navigation.screenProperty().get().place();
        var highlight = player.pointingProperty().getValue().highlight();
        return highlight.stream().anyMatch(target -> target.part().isOn(here))
                ? Optional.empty()
                : highlight.stream()
                        .flatMap(target -> target.part().place().stream())
                        .findFirst();
    }
}
