package tokenwalk.app.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tokenwalk.app.TestModel;
import tokenwalk.app.background.HandRun;
import tokenwalk.app.session.Generated;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.runtime.generation.StopReason;
import tokenwalk.runtime.sampling.Draw;
import tokenwalk.runtime.sampling.SamplingPolicy;

class GenerationModelTest {
    private final HandRun hand = new HandRun();
    private final SessionModel session =
            new SessionModel(hand.background(), (_, _) -> TestModel.model(), SentenceCatalogue.bundled());
    private final GenerationModel model = new GenerationModel(session, hand);

    @BeforeEach
    void open() {
        session.open(Path.of("model.gguf"));
        hand.runAll();
    }

    @Test
    void stepsAppendTheBestTokens() {
        step();
        step();
        assertThat(texts()).containsExactly(" Paris", ".");
        assertThat(model.generated()).extracting(Generated::origin).containsOnly(Generated.Origin.BEST);
        assertThat(model.generated().getFirst().probability()).isBetween(0.975, 0.977);
    }

    @Test
    void aSecondStepWaitsForTheFirst() {
        model.step();
        assertThat(model.canStepProperty().get()).isFalse();
        model.step();
        hand.runAll();
        assertThat(model.generated()).hasSize(1);
    }

    @Test
    void backTakesOneAwayAndRestartAll() {
        step();
        step();
        model.back();
        hand.runAll();
        assertThat(texts()).containsExactly(" Paris");
        step();
        model.restart();
        hand.runAll();
        assertThat(texts()).isEmpty();
    }

    @Test
    void playStopsAtTheMaximumAndSaysSo() {
        model.maximumProperty().set(4);
        model.play();
        hand.runAll();
        assertThat(model.generated()).hasSize(4);
        assertThat(model.playingProperty().get()).isFalse();
        assertThat(model.stopProperty().get()).contains(new StopReason.Maximum(4));
        model.maximumProperty().set(5);
        assertThat(model.stopProperty().get()).isEmpty();
        assertThat(model.canStepProperty().get()).isTrue();
    }

    @Test
    void aStopStringOverSeveralTokensStops() {
        model.stopStringsProperty().set(List.of("Paris.\n"));
        model.play();
        hand.runAll();
        assertThat(model.stopProperty().get()).contains(new StopReason.StopString("Paris.\n"));
        assertThat(model.generated()).hasSizeLessThan(5);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        model.policyProperty().set(new SamplingPolicy(2, 0, 1));
        List<Integer> first = draws();
        model.restart();
        assertThat(draws()).isEqualTo(first);
        model.seedProperty().set(43);
        assertThat(draws()).isNotEqualTo(first);
    }

    @Test
    void drawsAreForgottenWhenThePolicyOrTheTextChanges() {
        model.sample(100);
        assertThat(model.tallyProperty().get().total()).isEqualTo(100);
        model.policyProperty().set(new SamplingPolicy(0.5, 0, 1));
        assertThat(model.tallyProperty().get().total()).isZero();
        model.sample(1);
        step();
        assertThat(model.lastDrawProperty().get()).isNull();
    }

    @Test
    void temperatureZeroAlwaysDrawsTheBest() {
        model.policyProperty().set(new SamplingPolicy(0, 0, 1));
        model.sample(50);
        assertThat(model.tallyProperty().get().counts()).hasSize(1);
        model.drawingProperty().set(true);
        step();
        assertThat(texts()).containsExactly(" Paris");
        assertThat(model.generated().getFirst().origin()).isEqualTo(Generated.Origin.DRAWN);
    }

    @Test
    void anotherSentenceEndsPlaying() {
        model.play();
        session.choose(session.sentences().get(1));
        hand.runAll();
        assertThat(model.playingProperty().get()).isFalse();
        assertThat(model.generated()).isEmpty();
    }

    @Test
    void resetBringsEverythingBack() {
        model.policyProperty().set(new SamplingPolicy(2, 5, 0.5));
        model.maximumProperty().set(3);
        model.drawingProperty().set(true);
        step();
        model.reset();
        hand.runAll();
        assertThat(model.policyProperty().get()).isEqualTo(SamplingPolicy.DEFAULT);
        assertThat(model.maximumProperty().get()).isEqualTo(10);
        assertThat(model.drawingProperty().get()).isFalse();
        assertThat(model.generated()).isEmpty();
    }

    private void step() {
        model.step();
        hand.runAll();
    }

    private List<String> texts() {
        return model.generated().stream().map(added -> added.token().text()).toList();
    }

    private List<Integer> draws() {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            model.sample(1);
            Draw draw = Objects.requireNonNull(model.lastDrawProperty().get());
            ids.add(draw.tokenId());
        }
        return ids;
    }
}
