package tokenwalk.app.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.TestModel;
import tokenwalk.app.background.HandRun;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.sampling.SamplingPolicy;

class ComparisonModelTest {
    private static final Path GPT2 = TestModel.golden("tiny-gpt2");

    private final HandRun hand = new HandRun();
    private final SessionModel session =
            new SessionModel(hand.background(), ComparisonModelTest::open, SentenceCatalogue.bundled());
    private final GenerationModel generation = new GenerationModel(session, hand::execute);
    private final ComparisonModel comparison = new ComparisonModel(session, generation, hand::execute);

    @BeforeEach
    void compare() {
        session.open(BundledModelFile.path());
        hand.runAll();
        comparison.open(GPT2);
        hand.runAll();
    }

    @Test
    void theSecondModelReadsTheSameSentenceWithItsOwnTokenizer() {
        assertThat(comparison.shownProperty().get()).isTrue();
        session.showText("Donaudampfschiff");
        hand.runAll();
        assertThat(text(second())).isEqualTo("Donaudampfschiff").isEqualTo(text(first()));
        assertThat(second().trace().tokens()).isNotEqualTo(first().trace().tokens());
        assertThat(second().trace().tokens())
                .isEqualTo(second().model().tokenizer().encode("Donaudampfschiff"));
    }

    @Test
    void stepPlayBackAndResetGoForBoth() {
        generation.step();
        hand.runAll();
        assertThat(second().generated()).hasSize(1);
        generation.maximumProperty().set(4);
        generation.play();
        hand.runAll();
        assertThat(second().generated()).hasSize(4).hasSameSizeAs(first().generated());
        generation.back();
        hand.runAll();
        assertThat(second().generated()).hasSize(3);
        generation.restart();
        hand.runAll();
        assertThat(second().generated()).isEmpty();
    }

    @Test
    void policyAndDrawsGoForBoth() {
        generation.policyProperty().set(new SamplingPolicy(1.5, 7, 1));
        generation.sample(1000);
        assertThat(comparison.generation().tallyProperty().get().total()).isEqualTo(1000);
        assertThat(Objects.requireNonNull(
                                comparison.generation().distributionProperty().get())
                        .isKept(7))
                .isFalse();
    }

    @Test
    void aNewSentenceAfterStepsBeginsAnewForBoth() {
        generation.step();
        hand.runAll();
        session.choose(session.sentences().get(1));
        hand.runAll();
        assertThat(second().generated()).isEmpty();
        assertThat(text(second())).isEqualTo(text(first()));
    }

    @Test
    void theSentenceOfASwitchedFirstModelStaysAndIsReadAnew() {
        String sentence = text(first());
        session.open(TestModel.golden("tiny-llama-hf"));
        hand.runAll();
        assertThat(first().model()).isSameAs(session.modelProperty().get()).isNotSameAs(TestModel.model());
        assertThat(text(first())).isEqualTo(sentence);
        assertThat(text(second())).isEqualTo(sentence);
    }

    @Test
    void nothingOfTheSecondIsKeptOnceItIsClosed() throws TimeoutException {
        WeakReference<Reading> reading = new WeakReference<>(second());
        WeakReference<Object> model = new WeakReference<>(second().model());
        comparison.close();
        hand.runAll();
        assertThat(comparison.shownProperty().get()).isFalse();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            System.gc();
            return reading.get() == null && model.get() == null;
        });
        session.choose(session.sentences().get(1));
        hand.runAll();
        assertThat(comparison.session().reading()).isNull();
    }

    /** The second model is opened anew each time, so that nothing but the app can keep it. */
    private static LanguageModel open(Path file, BiConsumer<Integer, Integer> progress) {
        return file.equals(BundledModelFile.path()) ? TestModel.model() : new ModelLoader(2).open(file, progress);
    }

    private Reading first() {
        return Objects.requireNonNull(session.reading());
    }

    private Reading second() {
        return Objects.requireNonNull(comparison.session().reading());
    }

    private static String text(Reading reading) {
        return reading.model().tokenizer().decode(reading.trace().tokens());
    }
}
