package tokenwalk.lessons.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;

/** What ships to be practised can be read, and every fact in it has a value on the model that ships. */
class BundledPracticeTest {
    private static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});
    private static final LiveFacts FACTS = new LiveFacts(
            new ReadText(MODEL, new GenerationSession(MODEL).read(MODEL.encodePrompt("The capital of France is")), 5));

    private static void assertHasItsFacts(Prose prose) {
        assertThat(prose.expressions())
                .allSatisfy(fact -> assertThat(FACTS.value(fact)).isNotNull());
        assertThat(prose.with(FACTS).plainText()).isNotBlank().doesNotContain("no value", "…");
    }

    @Test
    void thereAreTheCardsThatAreAskedFor() {
        List<Flashcard> cards = Flashcards.bundled();
        assertThat(cards)
                .extracting(Flashcard::id)
                .doesNotHaveDuplicates()
                .contains(
                        "loop",
                        "logits",
                        "greedy",
                        "top-k",
                        "top-p",
                        "temperature",
                        "cache",
                        "stops",
                        "output-cost",
                        "knows",
                        "hot",
                        "one-sentence");
        assertThat(cards).allSatisfy(card -> {
            assertHasItsFacts(card.question());
            assertHasItsFacts(card.answer());
            assertThat(card.shows()).isPresent();
            assertThat(card.shows().orElseThrow().screen()).isPresent();
        });
    }

    @Test
    void thereAreSevenOpenQuestions() {
        assertThat(SelfCheck.bundled())
                .hasSize(7)
                .extracting(SelfCheckQuestion::id)
                .doesNotHaveDuplicates();
        assertThat(SelfCheck.bundled()).allSatisfy(asked -> {
            assertHasItsFacts(asked.question());
            assertHasItsFacts(asked.answer());
        });
    }
}
