package tokenwalk.lessons.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tokenwalk.lessons.practice.Flashcard;
import tokenwalk.lessons.practice.Flashcards;
import tokenwalk.lessons.prose.ProseReader;
import tokenwalk.lessons.reading.CardReadings;
import tokenwalk.lessons.reading.TextReader;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.ModelLoader;

/** The cards that ship, on paper, read back from the PDF. */
class FlashcardSheetsTest {
    private static final CardReadings READINGS = new CardReadings(
            new TextReader(new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {})), TextReader.firstSentence());
    private static final List<Flashcard> CARDS = Flashcards.bundled();

    @ParameterizedTest
    @EnumSource
    void eachAnswerLiesBehindItsQuestionWhenTheSheetIsTurnedOnItsLongEdge(Paper paper) {
        ReadBack sheets = eightAPage(paper);
        float width = paper.sheet().getWidth();
        float column = (width - 60) / 2;
        assertThat(sheets.pages()).isEqualTo(2 * ((CARDS.size() + 7) / 8)).isGreaterThanOrEqualTo(4);
        for (int number = 1; number <= CARDS.size(); number++) {
            int front = 2 * ((number - 1) / 8) + 1;
            TextPlaces.Place question = sheets.place(front, "Question " + number);
            TextPlaces.Place answer = sheets.place(front + 1, "Answer " + number);
            assertThat(answer.y()).isCloseTo(question.y(), within(0.01f));
            // Both are written at their card's left: mirrored, the cards have the same place.
            float questionCard = question.x() - 12;
            float answerCard = answer.x() - 12;
            assertThat(width - (answerCard + column)).isCloseTo(questionCard, within(0.5f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noWordLeavesItsCard(Paper paper) {
        ReadBack sheets = eightAPage(paper);
        float middle = paper.sheet().getWidth() / 2;
        for (int page = 1; page <= sheets.pages(); page++) {
            assertThat(sheets.places(page)).hasSizeGreaterThan(4).allSatisfy(place -> {
                boolean margin = place.y() < 30 || place.y() > paper.sheet().getHeight() - 30;
                assertThat(place.x()).isGreaterThan(29f);
                assertThat(place.endX()).isLessThan(paper.sheet().getWidth() - 29f);
                assertThat(place.y()).isBetween(10f, paper.sheet().getHeight() - 10f);
                if (!margin && place.x() < middle) {
                    assertThat(place.endX()).isLessThan(middle);
                }
            });
        }
    }

    @Test
    void oneAPageFollowsEachQuestionByItsAnswer() {
        ReadBack cards = ReadBack.of(
                "flashcards-one", out -> FlashcardSheets.oneAPage(Paper.A4).write(CARDS, READINGS, out));
        assertThat(cards.pages()).isEqualTo(2 * CARDS.size());
        for (int i = 0; i < CARDS.size(); i++) {
            assertThat(cards.text(2 * i + 1)).startsWith("Question · %d of %d".formatted(i + 1, CARDS.size()));
            assertThat(words(cards.text(2 * i + 1)))
                    .contains(words(CARDS.get(i).question().plainText()));
            assertThat(cards.text(2 * i + 2)).startsWith("Answer · %d of %d".formatted(i + 1, CARDS.size()));
        }
        assertThat(cards.size(1).getWidth()).isGreaterThan(cards.size(1).getHeight());
        assertThat(cards.text()).contains("49,152").doesNotContain("no value");
    }

    @Test
    void theSameCardsAreTheSameFile() {
        assertThat(eightAPage(Paper.A4).bytes()).isEqualTo(eightAPage(Paper.A4).bytes());
    }

    @Test
    void aTextTooLongForItsCardIsRefusedByName() {
        Flashcard endless = new Flashcard(
                "endless", ProseReader.read("What?"), ProseReader.read("word ".repeat(700)), Optional.empty());
        assertThatThrownBy(() -> FlashcardSheets.eightAPage(Paper.A4)
                        .write(List.of(endless), READINGS, OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The answer of the card «endless» does not fit");
    }

    private static ReadBack eightAPage(Paper paper) {
        return ReadBack.of(
                "flashcards-" + paper.name().toLowerCase(Locale.ROOT),
                out -> FlashcardSheets.eightAPage(paper).write(CARDS, READINGS, out));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }
}
