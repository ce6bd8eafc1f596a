package tokenwalk.lessons.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.reading.LessonReadings;
import tokenwalk.lessons.reading.TextReader;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.ModelLoader;

/** A lesson's worksheet and key, on the model that ships, read back from the PDF. */
class LessonSheetsTest {
    private static final TextReader READER =
            new TextReader(new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {}));

    private static LessonPack pack = LessonPack.bundled();
    private static Lesson lesson;
    private static LessonReadings readings;

    @BeforeAll
    static void readSample(@TempDir Path folder) throws IOException {
        pack = SampleLesson.pack(folder);
        lesson = SampleLesson.of(pack);
        readings = LessonReadings.of(lesson, READER, TextReader.firstSentence());
    }

    @Test
    void theWorksheetAsksInOrderAndKeepsTheAnswersToItself() {
        String text = worksheet(Paper.A4).text();
        assertThat(text)
                .containsSubsequence(
                        "Name",
                        "Date",
                        "How ",
                        "becomes",
                        "Everyone who has done lesson 3",
                        "say what the 30 layers do",
                        "The model read 12 tokens",
                        "Move the slider to the end",
                        "Guess first",
                        "rank first?",
                        "Now another text",
                        "Which token is now the best?",
                        "It chooses a token",
                        "Why does only the last position predict?");
        assertThat(text).doesNotContain("Answer:", "It adds.", "Let them", "what follows it");
    }

    @Test
    void theKeyHasTheSameNumbersBeforeTheStepsAndTheAnswers() {
        String key = key().text();
        assertThat(key)
                .containsSubsequence(
                        "For you",
                        "Let them guess first",
                        "rank first?",
                        "Answer: 30",
                        "off by at most 1 is right",
                        "Only at level 30",
                        "It adds.",
                        "Each position predicts what follows it");
        // The step without words has no number: seven of eight are on paper.
        assertThat(key).contains("7 Question", "Why does only").doesNotContain("8 Question");
        assertThat(worksheet(Paper.A4).text()).contains("7 Question");
    }

    @Test
    void numbersAreTheModels() {
        LiveFacts atBeginning = readings.atBeginning();
        String best = "%.1f %%".formatted(100 * probabilityOfBest(atBeginning));
        assertThat(worksheet(Paper.A4).text()).contains("with " + best);
    }

    private static double probabilityOfBest(LiveFacts facts) {
        var logits = facts.text().trace().logits();
        double largest = logits.at(logits.indexOfLargest());
        double sum = 0;
        for (int i = 0; i < logits.size(); i++) {
            sum += Math.exp(logits.at(i) - largest);
        }
        return 1 / sum;
    }

    @Test
    void stepsAfterAnotherTextAreAboutThatText() {
        LiveFacts later = readings.at(5);
        assertThat(later.text().promptLength()).isEqualTo(3);
        assertThat(later.text().trace().length()).isEqualTo(5);
        String best = later.text()
                .model()
                .token(later.text().trace().logits().indexOfLargest())
                .text()
                .strip();
        assertThat(key().text())
                .contains("Answer: ␣" + best)
                .containsSubsequence("Text Once upon a", "Answer: ␣" + best);
    }

    @Test
    void pagesAreNumberedAndNothingStandsOutsideOfThem() {
        for (Paper paper : Paper.values()) {
            ReadBack sheet = worksheet(paper);
            for (int page = 1; page <= sheet.pages(); page++) {
                assertThat(sheet.size(page).getWidth()).isEqualTo(paper.sheet().getWidth());
                assertThat(sheet.text(page)).contains(page + " of " + sheet.pages(), "worksheet");
                assertThat(sheet.places(page)).isNotEmpty().allSatisfy(place -> {
                    assertThat(place.x()).isBetween(40f, paper.sheet().getWidth() - 40f);
                    assertThat(place.endX()).isLessThan(paper.sheet().getWidth() - 40f);
                    assertThat(place.y()).isBetween(20f, paper.sheet().getHeight() - 40f);
                });
            }
        }
    }

    @Test
    void fontsAreInTheFileAndWhatTheyLackIsShownAsBytes() {
        ReadBack sheet = worksheet(Paper.A4);
        assertThat(sheet.embeddedFonts())
                .isNotEmpty()
                .allMatch(name -> name.matches("/[A-Z]{6}\\+(Inter|JetBrains).*"));
        assertThat(sheet.text()).contains("E6 97 A5 E6 9C AC", "F0 9F 99 82");
    }

    @Test
    void theSameIsPrintedByteForByte() {
        assertThat(worksheet(Paper.A4).bytes()).isEqualTo(worksheet(Paper.A4).bytes());
    }

    @Test
    void everyLessonThatShipsIsPrintedWithAllItsNumbers() {
        LessonPack bundled = LessonPack.bundled();
        for (var file : bundled.files()) {
            Lesson shipped = file.lesson().orElseThrow();
            LessonReadings read = LessonReadings.of(shipped, READER, TextReader.firstSentence());
            LessonSheets sheets = new LessonSheets(Paper.A4, bundled::picture);
            ReadBack worksheet =
                    ReadBack.of(shipped.id() + "-worksheet", out -> sheets.writeWorksheet(shipped, read, out));
            ReadBack key = ReadBack.of(shipped.id() + "-key", out -> sheets.writeKey(shipped, read, out));
            assertThat(worksheet.text()).as(shipped.id()).contains("worksheet").doesNotContain("no value", "{{");
            assertThat(key.text())
                    .as(shipped.id())
                    .contains("Key, for the teacher")
                    .doesNotContain("no value", "{{");
        }
    }

    private static ReadBack worksheet(Paper paper) {
        LessonSheets sheets = new LessonSheets(paper, pack::picture);
        return ReadBack.of(
                "sample-worksheet-" + paper.name().toLowerCase(Locale.ROOT),
                out -> sheets.writeWorksheet(lesson, readings, out));
    }

    private static ReadBack key() {
        LessonSheets sheets = new LessonSheets(Paper.A4, pack::picture);
        return ReadBack.of("sample-key", out -> sheets.writeKey(lesson, readings, out));
    }
}
