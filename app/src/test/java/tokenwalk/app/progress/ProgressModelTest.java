package tokenwalk.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tokenwalk.app.background.HandRun;
import tokenwalk.lessons.progress.Progress;
import tokenwalk.lessons.progress.Progress.CardProgress;
import tokenwalk.lessons.progress.ProgressFile;

/** Progress is read and written off the FX thread, and nothing of it is lost on the way. */
class ProgressModelTest {
    private static final CardProgress CARD = new CardProgress(1, LocalDate.of(2026, 11, 22));

    @TempDir
    private Path folder;

    private final HandRun worker = new HandRun();

    private Path path() {
        return folder.resolve("data").resolve("progress.json");
    }

    private ProgressModel model() {
        return new ProgressModel(new ProgressFile(path()), worker.background());
    }

    private Progress kept() {
        return new ProgressFile(path()).load().progress();
    }

    private static Progress with(Progress progress, String card) {
        return progress.withCard(card, CARD);
    }

    @Test
    void everyChangeIsKept() {
        ProgressModel model = model();
        worker.runAll();
        model.change(now -> with(now, "a"));
        assertThat(kept()).isEqualTo(Progress.NONE);
        model.change(now -> with(now, "b"));
        worker.runAll();
        assertThat(kept().cards()).containsOnlyKeys("a", "b");
        assertThat(model.messageProperty().get()).isEmpty();
    }

    @Test
    void whatIsDoneBeforeTheFileIsReadJoinsIt() throws IOException {
        new ProgressFile(path()).save(with(Progress.NONE, "before"));
        ProgressModel model = model();
        model.change(now -> with(now, "early"));
        assertThat(model.progressProperty().get().cards()).containsOnlyKeys("early");
        worker.runAll();
        assertThat(model.progressProperty().get().cards()).containsOnlyKeys("before", "early");
        assertThat(kept().cards()).containsOnlyKeys("before", "early");
    }

    @Test
    void theEndOfTheProgramSavesWhatIsNotSavedYet() {
        ProgressModel model = model();
        worker.runAll();
        model.change(now -> with(now, "last"));
        model.close();
        assertThat(kept().cards()).containsOnlyKeys("last");
    }

    @Test
    void whereNothingCanBeWrittenItStaysInMemoryAndOneMessageSaysSo() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        ProgressModel model = model();
        worker.runAll();
        model.change(now -> with(now, "a"));
        worker.runAll();
        assertThat(model.progressProperty().get().cards()).containsOnlyKeys("a");
        assertThat(model.messageProperty().get())
                .startsWith("Progress cannot be kept in")
                .endsWith("What you do now is kept until the program ends.");
        model.dismiss();
        assertThat(model.messageProperty().get()).isEmpty();
    }

    @Test
    void aDamagedFileIsToldAbout() throws IOException {
        Files.createDirectories(path().resolveSibling(""));
        Files.writeString(path(), "{");
        ProgressModel model = model();
        worker.runAll();
        assertThat(model.messageProperty().get()).contains("was damaged").contains("progress-damaged-");
    }

    @Test
    void whatIsErasedStaysErased() {
        ProgressModel model = model();
        worker.runAll();
        model.change(now -> with(now, "a"));
        model.erase();
        worker.runAll();
        assertThat(path()).doesNotExist();
        assertThat(model.progressProperty().get()).isEqualTo(Progress.NONE);
    }

    @Test
    void theTableIsWrittenWhereTheUserSays() {
        ProgressModel model = model();
        worker.runAll();
        model.change(now -> with(now, "a"));
        model.export(folder.resolve("progress.csv"));
        worker.runAll();
        assertThat(folder.resolve("progress.csv")).content().contains("card,a,,,,1,2026-11-22,");
        assertThat(model.outcomeProperty().get()).startsWith("Written to");
        model.export(folder.resolve("nowhere").resolve("progress.csv"));
        worker.runAll();
        assertThat(model.outcomeProperty().get()).startsWith("The table cannot be written");
    }
}
