package tokenwalk.lessons.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.lessons.progress.Progress.CardProgress;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.LessonProgress;
import tokenwalk.lessons.progress.Progress.Verdict;

/** What a learner did is never lost: not by a damaged file, not by a second program, not by a newer one. */
class ProgressFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final Progress SOME = new Progress(
            Map.of(
                    "04-paris",
                    new LessonProgress(5, 14, false, DAY, Map.of(2, new GivenAnswer(" Paris", Verdict.RIGHT, DAY)))),
            Map.of("self-check/loop", new GivenAnswer("=1+1\n\"quoted\", ␣", Verdict.PARTLY, DAY)),
            Map.of("top-p", new CardProgress(3, DAY.plusDays(4))));

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("made when needed").resolve("progress.json");
    }

    private ProgressFile file() {
        return new ProgressFile(path(), CLOCK);
    }

    private void write(String content) throws IOException {
        Files.createDirectories(path().resolveSibling(""));
        Files.writeString(path(), content);
    }

    @Test
    void whatWasSavedIsLoadedAgain() throws IOException {
        assertThat(file().load().progress()).isEqualTo(Progress.NONE);
        assertThat(file().save(SOME)).isEmpty();
        assertThat(file().load()).isEqualTo(new ProgressFile.Loaded(SOME, java.util.Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"format\": 1}",
                "{\"format\": \"1\", \"lessons\": {}, \"answers\": {}, \"cards\": {}}",
                "{\"format\": 0, \"lessons\": {}, \"answers\": {}, \"cards\": {}}",
                "{\"format\": 1.5, \"lessons\": {}, \"answers\": {}, \"cards\": {}}",
                "{\"format\": 1, \"lessons\": [], \"answers\": {}, \"cards\": {}}",
                "{\"format\": 1, \"lessons\": {}, \"answers\": {}, \"cards\": {\"a\": {\"box\": \"2\", \"due\": \"2026-11-22\"}}}",
                "{\"format\": 1, \"lessons\": {}, \"answers\": {}, \"cards\": {\"a\": {\"box\": -1, \"due\": \"2026-11-22\"}}}",
                "{\"format\": 1, \"lessons\": {}, \"answers\": {}, \"cards\": {\"a\": {\"box\": 2, \"due\": \"yesterday\"}}}",
                "{\"format\": 1, \"lessons\": {}, \"answers\": {\"a\": {\"text\": \"\", \"verdict\": \"FINE\", \"date\": \"2026-11-22\"}}, \"cards\": {}}",
                "{\"format\": 1, \"lessons\": {}, \"answers\": {}, \"cards\": {}} and more",
                "{\"format\": 1, \"lessons\": {}, \"ans"
            })
    void aDamagedFileIsSetAsideAndNeverOverwritten(String damaged) throws IOException {
        write(damaged);
        ProgressFile.Loaded loaded = file().load();
        assertThat(loaded.progress()).isEqualTo(Progress.NONE);
        Path aside = path().resolveSibling("progress-damaged-2026-11-22.json");
        assertThat(loaded.message())
                .hasValueSatisfying(
                        message -> assertThat(message).contains("was damaged").contains(aside.toString()));
        assertThat(aside).hasContent(damaged);
        file().save(SOME);
        assertThat(aside).hasContent(damaged);
    }

    @Test
    void bytesThatAreNoTextAreDamageAndASecondDamagedFileGetsANameOfItsOwn() throws IOException {
        write("first");
        file().load();
        Files.write(path(), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThat(file().load().message().orElseThrow()).contains("progress-damaged-2026-11-22-2.json");
        assertThat(path().resolveSibling("progress-damaged-2026-11-22.json")).hasContent("first");
        assertThat(path()).doesNotExist();
    }

    @Test
    void aFileDamagedWhileTheProgramRunsIsSetAsideBySaving() throws IOException {
        ProgressFile file = file();
        file.load();
        write("{");
        assertThat(file.save(SOME).orElseThrow()).contains("progress-damaged-2026-11-22.json");
        assertThat(file().load().progress()).isEqualTo(SOME);
    }

    @Test
    void aNewerFormatIsLeftAsItIs() throws IOException {
        String newer = "{\"format\": 2, \"badges\": []}";
        write(newer);
        ProgressFile file = file();
        assertThat(file.load().message().orElseThrow()).contains("newer Tokenwalk (format 2)");
        assertThatThrownBy(() -> file.save(SOME))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("newer");
        assertThatThrownBy(file::erase).isInstanceOf(IOException.class).hasMessageContaining("newer");
        assertThat(path()).hasContent(newer);
    }

    @Test
    void whereNothingCanBeWrittenOneMessageSaysWhy() throws IOException {
        // A file stands where the folder should be: that stops even an administrator.
        Files.writeString(path().resolveSibling(""), "in the way");
        ProgressFile file = file();
        assertThat(file.load().message()).isEmpty();
        assertThatThrownBy(() -> file.save(SOME))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Progress cannot be kept in " + path())
                .hasMessageContaining("is a file, not a folder");
    }

    @Test
    void twoProgramsKeepEachOthersProgress() throws IOException {
        file().save(SOME);
        ProgressFile one = file();
        ProgressFile other = file();
        Progress ones = one.load().progress().withCard("cache", new CardProgress(1, DAY));
        Progress others = other.load().progress().withCard("top-p", new CardProgress(0, DAY));
        one.save(ones);
        other.save(others);
        one.save(ones.withCard("loop", new CardProgress(2, DAY)));
        Progress kept = file().load().progress();
        assertThat(kept.lessons()).isEqualTo(SOME.lessons());
        assertThat(kept.cards())
                .isEqualTo(Map.of(
                        "cache", new CardProgress(1, DAY),
                        "top-p", new CardProgress(0, DAY),
                        "loop", new CardProgress(2, DAY)));
    }

    @Test
    void whatIsErasedIsGone() throws IOException {
        ProgressFile file = file();
        file.save(SOME);
        file.erase();
        try (Stream<Path> left = Files.list(path().resolveSibling(""))) {
            assertThat(left).isEmpty();
        }
        file.save(Progress.NONE.withCard("loop", new CardProgress(1, DAY)));
        assertThat(file().load().progress().lessons()).isEmpty();
    }

    @Test
    void theUsualPlaceCanBeNamed() {
        String before = System.getProperty("tokenwalk.data");
        try {
            System.setProperty("tokenwalk.data", folder.toString());
            assertThat(ProgressFile.usualPlace()).isEqualTo(folder.resolve("progress.json"));
            System.clearProperty("tokenwalk.data");
            assertThat(ProgressFile.usualPlace().toString())
                    .endsWith("progress.json")
                    .contains("tokenwalk");
        } finally {
            if (before != null) {
                System.setProperty("tokenwalk.data", before);
            }
        }
    }

    @Test
    void theTableHasOneRowForEachAndNoFormula() throws IOException {
        StringBuilder table = new StringBuilder();
        ProgressTable.write(
                SOME.withAnswer("z", new GivenAnswer("-3.5", Verdict.RIGHT, DAY))
                        .withAnswer("y", new GivenAnswer("-3.5*A1", Verdict.WRONG, DAY)),
                table);
        List<CSVRecord> rows =
                CSVParser.parse(table.toString(), CSVFormat.RFC4180).getRecords();
        assertThat(rows.stream().map(CSVRecord::toList))
                .containsExactly(
                        List.of("kind", "id", "step", "of", "state", "box", "date", "text"),
                        List.of("lesson", "04-paris", "6", "14", "begun", "", "2026-11-22", ""),
                        List.of("lesson answer", "04-paris", "3", "", "right", "", "2026-11-22", " Paris"),
                        List.of(
                                "answer",
                                "self-check/loop",
                                "",
                                "",
                                "partly",
                                "",
                                "2026-11-22",
                                "'=1+1\n\"quoted\", ␣"),
                        List.of("answer", "y", "", "", "wrong", "", "2026-11-22", "'-3.5*A1"),
                        List.of("answer", "z", "", "", "right", "", "2026-11-22", "-3.5"),
                        List.of("card", "top-p", "", "", "", "3", "2026-11-26", ""));
        assertThat(table.toString().getBytes(StandardCharsets.UTF_8)).endsWith("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
