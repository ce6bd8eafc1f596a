package tokenwalk.lessons.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.lessons.file.LessonChecker;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Requirements;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;

/** The lessons that ship on a model of the GPT-2 family, which knows nothing: its weights are random. */
class LessonsOnGpt2Test {
    private static final LanguageModel GPT_2 = new ModelLoader(2)
            .open(
                    Path.of(System.getProperty("tokenwalk.home"), "model-runtime/src/test/resources/golden/tiny-gpt2"),
                    (_, _) -> {});
    private static final List<LessonFile> FILES = LessonPack.bundled().files();

    @Test
    void everyFactOfALessonThatFitsHasAValue() {
        assertThat(FILES)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(file -> assertThat(LessonChecker.check(file, GPT_2)).isEmpty());
    }

    @Test
    void onlyRotaryPositionsAndChatsAreWantingAndItIsSaid() {
        List<String> lacks = FILES.stream()
                .map(file -> file.lesson().orElseThrow().requires())
                .flatMap(requires -> LessonChecker.unmet(requires, GPT_2).stream())
                .toList();
        assertThat(lacks)
                .satisfiesExactly(
                        first -> assertThat(first).contains("turns queries and keys", "a learnt row"),
                        second -> assertThat(second).contains("no chat template"));
        assertThat(LessonChecker.unmet(Requirements.NONE, GPT_2)).isEmpty();
    }
}
