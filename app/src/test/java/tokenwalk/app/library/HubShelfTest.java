package tokenwalk.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.TestModel;
import tokenwalk.app.library.model.HubShelf;
import tokenwalk.app.library.model.ModelEntry;
import tokenwalk.app.library.model.Origin;
import tokenwalk.app.library.model.Shelf.Listing;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.hub.Catalogue;
import tokenwalk.runtime.hub.ModelStore;
import tokenwalk.runtime.model.ModelLoader;

/** The real catalogue and store, without a network: what is listed, in the model and in the window. */
@ExtendWith(ApplicationExtension.class)
class HubShelfTest {
    @TempDir
    private Path folder;

    private LiveApp app;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theCatalogueStandsBelowTheModelThatShips(FxRobot robot) {
        app.settle();
        app.act(() -> app.shared().navigation().open(ScreenId.MODELS));
        List<ModelEntry> entries = new HubShelf(new ModelStore(folder), new ModelLoader(1)::estimate)
                .list()
                .entries();
        assertThat(entries).hasSize(1 + Catalogue.shipped().models().size());
        assertThat(app.get(() -> robot.lookup(".model-row").queryAll().size())).isEqualTo(entries.size());
        assertThat(entries.getFirst().origin()).isInstanceOf(Origin.Bundled.class);
        assertThat(entries.subList(1, entries.size()))
                .allSatisfy(entry ->
                        assertThat(entry.figures().orElseThrow().memory()).isPresent());
        app.picture("library-catalogue");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        robot.clickOn("#library-settings");
        app.settle();
        app.picture("library-catalogue-dark");
    }

    @Test
    void aFolderInTheStoreIsListedWithItsMemory() throws IOException {
        Path copy = folder.resolve("tiny-gpt2");
        Files.createDirectories(copy);
        try (var files = Files.list(TestModel.golden("tiny-gpt2"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        HubShelf shelf = new HubShelf(new ModelStore(folder), new ModelLoader(1)::estimate);
        ModelEntry listed = shelf.list().entries().getLast();
        assertThat(listed.name()).isEqualTo("tiny-gpt2");
        assertThat(listed.origin()).isEqualTo(new Origin.Fetched(copy));
        assertThat(shelf.memory(copy).orElseThrow()).isGreaterThan(Files.size(copy.resolve("model.safetensors")));
        shelf.remove(listed);
        assertThat(Files.exists(copy)).isFalse();
    }

    @Test
    void aBrokenCatalogueIsToldAndTheRestStillListed() throws IOException {
        System.setProperty(
                Catalogue.PROPERTY,
                Files.writeString(folder.resolve("catalogue.json"), "[]").toString());
        try {
            HubShelf shelf = new HubShelf(new ModelStore(folder), new ModelLoader(1)::estimate);
            Listing listing = shelf.list();
            assertThat(listing.problem().orElseThrow()).contains("catalogue.json");
            assertThat(listing.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.origin()).isInstanceOf(Origin.Bundled.class));
        } finally {
            System.clearProperty(Catalogue.PROPERTY);
        }
    }
}
