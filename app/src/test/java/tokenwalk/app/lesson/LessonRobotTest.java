package tokenwalk.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.LiveApp;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.LessonShelf;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;

/** Plays every lesson that ships from its first step to its end, with mouse and keys, on the real model. */
@ExtendWith(ApplicationExtension.class)
class LessonRobotTest {
    private LiveApp app;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @AfterEach
    void close() {
        app.close();
    }

    static Stream<String> ids() {
        return LessonShelf.lessons(LessonPack.bundled()).stream().map(Lesson::id);
    }

    @Test
    void tenLessonsShip() {
        assertThat(ids()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isPlayedToItsEnd(String id, FxRobot robot) throws TimeoutException {
        Lesson lesson = LessonShelf.lessons(LessonPack.bundled()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        app.settle();
        app.act(() -> app.shared().learning().player().open(lesson));
        LessonPlayer player = app.shared().learning().player();
        LessonRobot hands = new LessonRobot(app, robot);
        for (int turn = 0; turn < 2 * lesson.steps().size(); turn++) {
            ready();
            int at = app.get(() -> player.indexProperty().get());
            Step step =
                    Objects.requireNonNull(app.get(() -> player.stepProperty().get()));
            hands.perform(step);
            app.settle();
            ready();
            assertThat(app.get(() -> player.doneProperty().get()))
                    .as("step %d of %s is done: %s", at + 1, id, hands.told())
                    .isTrue();
            assertThat(app.get(() ->
                            app.shared().learning().states().problemProperty().get()))
                    .as("step %d of %s", at + 1, id)
                    .isEmpty();
            app.act(player::next);
            if (app.get(() -> player.lessonProperty().get()) == null) {
                break;
            }
        }
        assertThat(app.get(() -> Objects.requireNonNull(app.shared()
                                .learning()
                                .progress()
                                .progressProperty()
                                .get()
                                .lessons()
                                .get(id))
                        .finished()))
                .isTrue();
    }

    /** Waits until the step's state is set and its facts are computed. */
    private void ready() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            app.settle();
            return app.get(
                    () -> !app.shared().learning().states().settingProperty().get()
                            && !app.shared().session().busyProperty().get()
                            && !app.shared()
                                    .walkthrough()
                                    .generation()
                                    .playingProperty()
                                    .get());
        });
        app.settle();
    }
}
