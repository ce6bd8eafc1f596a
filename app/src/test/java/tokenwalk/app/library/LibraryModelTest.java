package tokenwalk.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tokenwalk.app.TestModel;
import tokenwalk.app.background.HandRun;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.library.model.Activity;
import tokenwalk.app.library.model.LibraryModel;
import tokenwalk.app.library.model.LibraryRow;
import tokenwalk.app.library.model.Origin;
import tokenwalk.app.library.model.SettingsFile;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.runtime.model.BundledModelFile;

class LibraryModelTest {
    @TempDir
    private Path folder;

    private final HandRun hand = new HandRun();
    private final FakeShelf shelf = new FakeShelf();
    private final SessionModel session =
            new SessionModel(hand.background(), (file, _) -> TestModel.at(file), SentenceCatalogue.bundled());

    @Test
    void theOpenModelIsMarkedAndItsFiguresAreItsOwn() {
        LibraryModel library = opened();
        LibraryRow bundled = row(library, FakeShelf.BUNDLED);
        assertThat(bundled.open()).isTrue();
        assertThat(bundled.entry().figures().orElseThrow().layers()).isEqualTo(30);
        assertThat(row(library, FakeShelf.GPT2).open()).isFalse();
    }

    @Test
    void aModelIsFetchedOpenedAndRemoved() {
        LibraryModel library = opened();
        library.download(row(library, FakeShelf.GPT2).entry());
        assertThat(row(library, FakeShelf.GPT2).isFetching()).isTrue();
        hand.runAll();
        LibraryRow fetched = row(library, FakeShelf.GPT2);
        assertThat(fetched.activity()).isEqualTo(new Activity.None());
        assertThat(fetched.entry().origin()).isEqualTo(new Origin.Fetched(FakeShelf.place()));

        library.open(FakeShelf.place());
        hand.runAll();
        assertThat(row(library, FakeShelf.GPT2).open()).isTrue();
        assertThat(row(library, FakeShelf.BUNDLED).open()).isFalse();

        library.open(BundledModelFile.path());
        hand.runAll();
        library.askRemoval(row(library, FakeShelf.GPT2).entry());
        assertThat(row(library, FakeShelf.GPT2).activity()).isEqualTo(new Activity.AskingRemoval());
        library.remove(row(library, FakeShelf.GPT2).entry());
        hand.runAll();
        assertThat(library.rowsProperty().get())
                .filteredOn(row -> row.entry().id().equals(FakeShelf.GPT2))
                .singleElement()
                .satisfies(row -> assertThat(row.entry().origin()).isEqualTo(new Origin.Online()));
    }

    @Test
    void whatAFailedDownloadSaysStandsInItsRow() {
        LibraryModel library = opened();
        shelf.inTheMiddle(() -> {
            throw new IllegalStateException("hub.example asks to wait. Try again later.");
        });
        library.download(row(library, FakeShelf.GPT2).entry());
        hand.runAll();
        assertThat(row(library, FakeShelf.GPT2).activity())
                .isEqualTo(new Activity.Failed("hub.example asks to wait. Try again later."));
        assertThat(row(library, FakeShelf.BUNDLED).activity()).isEqualTo(new Activity.None());
    }

    @Test
    void whatACancelledDownloadTellsLaterChangesNothing() {
        LibraryModel library = opened();
        shelf.inTheMiddle(() -> {
            assertThat(row(library, FakeShelf.GPT2).isFetching()).isTrue();
            library.cancel(row(library, FakeShelf.GPT2).entry());
            throw new CancellationException();
        });
        library.download(row(library, FakeShelf.GPT2).entry());
        hand.runAll();
        LibraryRow row = row(library, FakeShelf.GPT2);
        assertThat(row.activity()).isEqualTo(new Activity.None());
        assertThat(row.entry().origin()).isEqualTo(new Origin.Online());
    }

    @Test
    void aModelThatCannotBeOpenedLeavesTheOldOneAndSaysWhy() throws IOException {
        LibraryModel library = opened();
        Path damaged = Files.writeString(folder.resolve("damaged.gguf"), "no model");
        var before = session.reading();
        library.open(damaged);
        hand.runAll();
        assertThat(library.messageProperty().get()).contains("damaged.gguf");
        assertThat(session.modelProperty().get()).isSameAs(TestModel.model());
        assertThat(session.reading()).isSameAs(before);
        session.showText("Still here");
        hand.runAll();
        assertThat(Objects.requireNonNull(session.reading()).trace().length()).isEqualTo(2);
    }

    @Test
    void modelsOfOnesOwnAndTheHubAreRemembered() {
        LibraryModel library = opened();
        library.open(TestModel.golden("tiny-llama-hf"));
        library.fetchFrom("https://mirror.example");
        hand.runAll();
        assertThat(library.rowsProperty().get()).anySatisfy(row -> {
            assertThat(row.entry().origin()).isEqualTo(new Origin.Own(TestModel.golden("tiny-llama-hf")));
            assertThat(row.open()).isTrue();
        });

        LibraryModel next = library();
        hand.runAll();
        assertThat(next.settingsProperty().get().hub()).contains(URI.create("https://mirror.example"));
        LibraryRow own = row(next, TestModel.golden("tiny-llama-hf").toString());
        next.download(row(next, FakeShelf.GPT2).entry());
        next.remove(own.entry());
        hand.runAll();
        assertThat(shelf.hubs()).containsExactly(Optional.of(URI.create("https://mirror.example")));
        assertThat(Files.exists(TestModel.golden("tiny-llama-hf"))).isTrue();
        assertThat(next.rowsProperty().get())
                .noneMatch(row -> row.entry().id().equals(own.entry().id()));
    }

    @Test
    void whatIsNoAddressIsExplainedAndNotKept() {
        LibraryModel library = opened();
        library.fetchFrom("mirror");
        assertThat(library.messageProperty().get()).startsWith("The endpoint «mirror» is no address.");
        assertThat(library.settingsProperty().get().hub()).isEmpty();
    }

    @Test
    void damagedSettingsAreToldAndLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.properties"), "hub=\\u00zz");
        LibraryModel library = library();
        hand.runAll();
        assertThat(library.messageProperty().get()).contains(file.toString(), "Mend the file or delete it.");
        library.fetchFrom("https://mirror.example");
        hand.runAll();
        assertThat(Files.readString(file)).isEqualTo("hub=\\u00zz");
    }

    private LibraryModel opened() {
        LibraryModel library = library();
        session.open(BundledModelFile.path());
        hand.runAll();
        return library;
    }

    private LibraryModel library() {
        ComparisonModel comparison =
                new ComparisonModel(session, new GenerationModel(session, Runnable::run), Runnable::run);
        return new LibraryModel(
                session, comparison, shelf, new SettingsFile(folder.resolve("settings.properties")), hand.background());
    }

    private static LibraryRow row(LibraryModel library, String id) {
        return library.rowsProperty().get().stream()
                .filter(row -> row.entry().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
