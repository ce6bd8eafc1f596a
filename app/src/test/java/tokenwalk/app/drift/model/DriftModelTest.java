package tokenwalk.app.drift.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import tokenwalk.app.drift.GoldenStream;

class DriftModelTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final DriftModel model = new DriftModel(new PrincipalComponents(), background::add, screen::add);

    private static void run(Queue<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    private void settle() {
        run(background);
        run(screen);
    }

    private DriftPicture picture() {
        return Objects.requireNonNull(model.pictureProperty().get());
    }

    @Test
    void beginsWithoutAPicture() {
        assertThat(model.pictureProperty().get()).isNull();
        assertThat(model.viewProperty().get()).isEqualTo(DriftView.NORMALISED);
    }

    @Test
    void showsAPromptAndKeepsItsAxesWhileTokensAreAdded() {
        model.show(GoldenStream.capital(8));
        settle();
        DriftPicture prompt = picture();

        model.extend(GoldenStream.capital(9));
        settle();

        assertThat(picture().tokenCount()).isEqualTo(9);
        assertThat(picture().sharesAxesWith(prompt)).isTrue();
    }

    @Test
    void keepsTheOldPictureUntilTheNewOneIsThere() {
        model.show(GoldenStream.capital(8));
        settle();
        DriftPicture old = picture();

        model.show(GoldenStream.capital(9));
        run(background);
        assertThat(picture()).isSameAs(old);

        run(screen);
        assertThat(picture().tokenCount()).isEqualTo(9);
    }

    @Test
    void dropsAResultForAnOlderText() {
        model.show(GoldenStream.capital(8));
        run(background);
        model.show(GoldenStream.capital(5));
        run(screen);
        assertThat(model.pictureProperty().get()).isNull();

        settle();
        assertThat(picture().tokenCount()).isEqualTo(5);
    }

    @Test
    void anotherViewIsFittedOnThePromptAndNotOnWhatWasGenerated() {
        model.show(GoldenStream.capital(8));
        settle();
        model.choose(DriftView.MEAN_SUBTRACTED);
        settle();
        double share = picture().firstShare();
        model.choose(DriftView.NORMALISED);
        model.extend(GoldenStream.capital());
        model.choose(DriftView.MEAN_SUBTRACTED);
        settle();

        assertThat(picture().view()).contains(DriftView.MEAN_SUBTRACTED);
        assertThat(picture().tokenCount()).isEqualTo(12);
        assertThat(picture().firstShare()).isEqualTo(share);
    }

    @Test
    void resetTakesEverythingBack() {
        model.choose(DriftView.RAW);
        model.show(GoldenStream.capital(8));
        settle();
        model.extend(GoldenStream.capital(9));
        model.reset();
        settle();

        assertThat(model.pictureProperty().get()).isNull();
        assertThat(model.viewProperty().get()).isEqualTo(DriftView.NORMALISED);
        assertThatThrownBy(() -> model.extend(GoldenStream.capital())).hasMessage("show a prompt first");
    }

    @Test
    void saysWhyThereIsNoPicture() {
        DriftModel failing = new DriftModel(
                _ -> {
                    throw new IllegalStateException("the axes could not be computed");
                },
                Runnable::run,
                Runnable::run);
        failing.show(GoldenStream.capital(3));

        assertThat(failing.pictureProperty().get()).isNull();
        assertThat(failing.problemProperty().get()).isEqualTo("No picture: the axes could not be computed");
    }

    @Test
    void neighboursAreDrawnForTheWholeTextAndTellHowFarTheyAre() {
        model.show(GoldenStream.capital(3));
        model.choose(new Method.Neighbours());
        assertThat(model.progressProperty().get()).isZero();
        background.remove().run();
        background.remove().run();
        run(screen);
        assertThat(model.progressProperty().get()).isBetween(0.01, 0.99);
        while (model.progressProperty().get() != DriftModel.NOT_LONG) {
            settle();
        }
        assertThat(picture().tokenCount()).isEqualTo(3);
        assertThat(picture().hasOrigin()).isFalse();
        assertThat(picture().horizontal()).contains("mean nothing");

        model.extend(GoldenStream.capital(4));
        settle();
        assertThat(picture().tokenCount()).isEqualTo(4);
    }

    @Test
    void neighboursCanBeGivenUp() {
        model.show(GoldenStream.capital(3));
        settle();
        DriftPicture before = picture();
        model.choose(new Method.Neighbours());
        model.cancel();
        settle();
        assertThat(model.methodProperty().get()).isEqualTo(new Method.Fitted(DriftView.NORMALISED));
        assertThat(picture().spot(7, 2)).isEqualTo(before.spot(7, 2));
    }

    @Test
    void twoWordsAreCosinesWithTheirRows() {
        ResidualStream stream = GoldenStream.capital(3);
        WordAxes words = new WordAxes("a", "b", stream.vector(9, 1), stream.vector(3, 2), residual -> residual);
        model.choose(new Method.TwoWords(words));
        model.show(stream);
        settle();
        assertThat(picture().spot(9, 1).x()).isCloseTo(1, within(1e-6));
        assertThat(picture().spot(5, 2).y()).isCloseTo(stream.vector(5, 2).cosine(stream.vector(3, 2)), within(1e-6));
        assertThat(picture().horizontal()).isEqualTo("cosine with a");
    }
}
