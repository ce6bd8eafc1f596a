package tokenwalk.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tokenwalk.app.TestModel;
import tokenwalk.app.background.HandRun;
import tokenwalk.lessons.Sentence;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.weights.ModelFileException;

class SessionModelTest {
    private static final Path FILE = Path.of("model.gguf");

    private final HandRun hand = new HandRun();
    private final List<Sentence> sentences = SentenceCatalogue.bundled();
    private final SessionModel session = new SessionModel(hand.background(), (_, _) -> TestModel.model(), sentences);

    @Test
    void theFirstSentenceIsReadOnceTheModelIsOpen() {
        assertThat(session.promptProperty().get())
                .isEqualTo(sentences.getFirst().text());
        session.open(FILE);
        assertThat(session.openingProperty().get()).isInstanceOf(Opening.UnderWay.class);
        hand.runAll();
        assertThat(session.openingProperty().get()).isInstanceOf(Opening.Done.class);
        assertThat(reading().trace().length()).isEqualTo(12);
        assertThat(session.positionProperty().get()).isEqualTo(11);
        assertThat(session.layerProperty().get()).isEqualTo(sentences.getFirst().layer());
    }

    @Test
    void aSentenceChosenWhileTheModelOpensIsTheOneThatIsRead() {
        session.open(FILE);
        session.choose(sentences.get(1));
        hand.runAll();
        assertThat(reading().trace().length()).isEqualTo(5);
    }

    @Test
    void aResultOfAnOlderSentenceIsDropped() {
        open();
        session.choose(sentences.get(1));
        session.choose(sentences.get(2));
        hand.runAll();
        assertThat(reading().trace().tokens().getFirst().text()).isEqualTo("When");
        assertThat(session.busyProperty().get()).isFalse();
    }

    @Test
    void theOldTextStaysUntilTheNewOneIsRead() {
        open();
        Reading before = reading();
        session.choose(sentences.get(1));
        assertThat(reading()).isSameAs(before);
        assertThat(session.busyProperty().get()).isTrue();
    }

    @Test
    void aTextThatCannotBeReadIsExplainedAndForgottenWithTheNext() {
        open();
        session.showText("word ".repeat(8200));
        hand.runAll();
        assertThat(session.problemProperty().get()).startsWith("The prompt has").endsWith("Shorten it.");
        assertThat(reading().trace().length()).isEqualTo(12);
        session.showText("Hello");
        hand.runAll();
        assertThat(session.problemProperty().get()).isEmpty();
        assertThat(session.sentenceProperty().get()).isNull();
    }

    @Test
    void aModelThatCannotBeOpenedIsExplained() {
        SessionModel failing = new SessionModel(
                hand.background(),
                (_, _) -> {
                    throw new ModelFileException("model.gguf is not a GGUF file. Choose another.");
                },
                sentences);
        failing.open(FILE);
        hand.runAll();
        assertThat(failing.openingProperty().get())
                .isEqualTo(new Opening.Failed("model.gguf is not a GGUF file. Choose another."));
        assertThat(failing.reading()).isNull();
    }

    @Test
    void anotherModelReadsTheSameSentenceAndOnlyThenTakesOver() {
        SessionModel switching = ofFiles();
        switching.open(TestModel.golden("tiny-gpt2"));
        hand.runAll();
        switching.levelProperty().set(12);
        switching.layerProperty().set(11);
        List<Boolean> together = new ArrayList<>();
        switching.open(TestModel.golden("tiny-llama-hf"));
        switching
                .readingProperty()
                .subscribe((_, now) -> together.add(Objects.requireNonNull(now).model()
                        == switching.modelProperty().get()));
        assertThat(Objects.requireNonNull(switching.modelProperty().get())
                        .shape()
                        .layers())
                .isEqualTo(12);
        hand.runAll();
        Reading now = Objects.requireNonNull(switching.reading());
        assertThat(together).containsExactly(true);
        assertThat(now.model().shape().layers()).isEqualTo(3);
        assertThat(now.trace().tokens().stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(sentences.getFirst().text());
        assertThat(switching.sentenceProperty().get()).isEqualTo(sentences.getFirst());
        assertThat(switching.levelProperty().get()).isEqualTo(3);
        assertThat(switching.layerProperty().get()).isEqualTo(2);
        assertThat(switching.positionProperty().get()).isEqualTo(now.trace().length() - 1);
        assertThat(switching.openingProperty().get()).isInstanceOf(Opening.Done.class);
    }

    @Test
    void aSentenceChosenWhileAnotherModelArrivesIsReadByThatOne() {
        SessionModel switching = ofFiles();
        switching.open(TestModel.golden("tiny-gpt2"));
        hand.runAll();
        switching.open(TestModel.golden("tiny-llama-hf"));
        switching.choose(sentences.get(1));
        hand.runAll();
        Reading now = Objects.requireNonNull(switching.reading());
        assertThat(now.model().shape().layers()).isEqualTo(3);
        assertThat(now.trace().tokens().stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(sentences.get(1).text());
    }

    @Test
    void aModelThatCannotHoldTheTextLeavesTheOneBeforeWithIt() {
        SessionModel switching = ofFiles();
        switching.open(BundledModelFile.path());
        switching.showText(" a".repeat(200));
        hand.runAll();
        Reading before = Objects.requireNonNull(switching.reading());
        switching.open(TestModel.golden("tiny-gpt2"));
        hand.runAll();
        assertThat(switching.openingProperty().get())
                .isInstanceOfSatisfying(
                        Opening.Failed.class,
                        failed -> assertThat(failed.message())
                                .startsWith("tiny-gpt2 was not opened. The prompt has 200 tokens")
                                .endsWith("Shorten it."));
        assertThat(switching.reading()).isSameAs(before);
        assertThat(switching.modelProperty().get()).isSameAs(before.model());
        switching.showText("Hello");
        hand.runAll();
        assertThat(Objects.requireNonNull(switching.reading()).model()).isSameAs(before.model());
    }

    private SessionModel ofFiles() {
        return new SessionModel(hand.background(), (file, _) -> TestModel.at(file), sentences);
    }

    private void open() {
        session.open(FILE);
        hand.runAll();
    }

    private Reading reading() {
        return Objects.requireNonNull(session.reading());
    }
}
