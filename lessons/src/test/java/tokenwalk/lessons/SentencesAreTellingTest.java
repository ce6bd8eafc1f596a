package tokenwalk.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;

/** What the catalogue says can be seen is seen, on the model that ships. */
class SentencesAreTellingTest {
    private static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});

    static List<Sentence> sentences() {
        return SentenceCatalogue.bundled();
    }

    @Test
    void thereAreAtLeastEightWithTitlesOfTheirOwn() {
        assertThat(sentences()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(sentences()).extracting(Sentence::title).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void theLastTokenLooksWhereTheCatalogueSays(Sentence sentence) {
        Trace trace = new GenerationSession(MODEL).read(MODEL.encodePrompt(sentence.text()));
        Vector weights = trace.attention(sentence.layer(), sentence.head(), trace.length() - 1);
        int most = IntStream.range(1, trace.length())
                .boxed()
                .max(Comparator.comparing(weights::at))
                .orElseThrow();
        assertThat(trace.tokens().get(most).text()).isEqualTo(sentence.look().at());
        assertThat((double) weights.at(most)).isCloseTo(sentence.look().share(), within(0.01));
    }

    @Test
    void brokenCataloguesAreRefused() {
        assertThatThrownBy(() -> SentenceCatalogue.read(new StringReader("[]"))).hasMessageContaining("no sentences");
        assertThatThrownBy(() -> SentenceCatalogue.read(new StringReader("[{"))).hasMessageContaining("cannot be read");
    }
}
