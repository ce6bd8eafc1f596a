package tokenwalk.app.pointing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.lessons.place.Part;
import tokenwalk.lessons.place.Place;

/** What a lesson can point at is there to be pointed at. */
@ExtendWith(ApplicationExtension.class)
class PartsTest {
    private LiveApp app;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void settle() {
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void everyScreenShowsAllPartsThatAreSaidToBeOnIt() {
        app.act(() ->
                app.shared().walkthrough().attention().showVectorsProperty().set(true));
        for (Place place : Place.values()) {
            app.act(() -> app.shared().navigation().open(ScreenId.of(place)));
            List<Part> missing = app.get(() -> Arrays.stream(Part.values())
                    .filter(part -> part.isOn(place))
                    .filter(part -> Marked.find(app.scene().getRoot(), part).isEmpty())
                    .toList());
            assertThat(missing).as("missing on " + place.written()).isEmpty();
        }
    }

    @Test
    void everyPartIsOnSomeScreen() {
        for (Part part : Part.values()) {
            assertThat(Arrays.stream(Place.values()).anyMatch(part::isOn))
                    .as(part.written())
                    .isTrue();
        }
    }

    @Test
    void lessonsAndWindowHaveTheSameScreens() {
        assertThat(Arrays.stream(ScreenId.values()).map(ScreenId::place)).containsExactlyInAnyOrder(Place.values());
    }

    @Test
    void eachTokenCanBePointedAt() {
        for (Place place : List.of(Place.ATTENTION, Place.TOKENS, Place.MLP, Place.TRAINING)) {
            app.act(() -> app.shared().navigation().open(ScreenId.of(place)));
            var row = app.get(
                    () -> Marked.find(app.scene().getRoot(), Part.TOKENS).orElseThrow());
            var third = app.get(() -> Marked.find(app.scene().getRoot(), Part.TOKEN, java.util.OptionalInt.of(3))
                    .orElseThrow());
            assertThat(third).as(place.written()).isNotSameAs(row);
        }
    }
}
