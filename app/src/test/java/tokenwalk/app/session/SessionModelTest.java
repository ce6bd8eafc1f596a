package tokenwalk.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tokenwalk.app.TestModel;
import tokenwalk.app.background.HandRun;
import tokenwalk.lessons.Sentence;
import tokenwalk.lessons.SentenceCatalogue;
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

    private void open() {
        session.open(FILE);
        hand.runAll();
    }

    private Reading reading() {
        return Objects.requireNonNull(session.reading());
    }
}
