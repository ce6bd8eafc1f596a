package tokenwalk.lessons.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.runtime.generation.Generation;
import tokenwalk.runtime.generation.Generator;
import tokenwalk.runtime.generation.StopRules;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.sampling.Sampler;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.token.Token;

/** The text of each step is the one that a learner who does as asked has on screen. */
class LessonReadingsTest {
    private static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});
    private static final String CAT = "The cat sat on the";

    @TempDir
    private Path folder = Path.of("");

    private LessonReadings readings(String steps) throws IOException {
        Files.writeString(folder.resolve("01.json"), """
                {"format": 1, "title": "t", "audience": "a", "minutes": 5, "goals": ["g"], "text": "The cat sat on the",
                "steps": [%s]}
                """.formatted(steps));
        Lesson lesson = LessonPack.open(folder).files().getFirst().lesson().orElseThrow();
        return LessonReadings.of(lesson, new TextReader(MODEL), "Not this");
    }

    private static String added(LiveFacts facts) {
        return facts.text().trace().tokens().stream()
                .skip(facts.text().promptLength())
                .map(Token::text)
                .collect(Collectors.joining());
    }

    private static String generated(SamplingPolicy policy, long seed, int tokens) {
        Generation generation = new Generator(MODEL, policy, new Sampler(seed))
                .generate(MODEL.encodePrompt(CAT), new StopRules(MODEL.endOfText(), List.of(), tokens, 100), _ -> {});
        return generation.text();
    }

    @Test
    void aPressedButtonChangesTheTextOfTheNextStepNotItsOwn() throws IOException {
        LessonReadings readings = readings("""
                {"step": "do", "text": "t", "until": {"press": "step", "times": 3}},
                {"step": "do", "text": "t", "until": {"press": "back", "times": 1}},
                {"step": "do", "text": "t", "until": {"press": "play"}},
                {"step": "do", "text": "t", "until": {"press": "reset"}},
                {"step": "explain", "text": "t"}
                """);
        assertThat(added(readings.at(0))).isEmpty();
        assertThat(added(readings.at(1))).isEqualTo(generated(SamplingPolicy.BEST, 0, 3));
        assertThat(added(readings.at(2))).isEqualTo(generated(SamplingPolicy.BEST, 0, 2));
        assertThat(added(readings.at(3))).isEqualTo(generated(SamplingPolicy.BEST, 0, 10));
        assertThat(added(readings.at(4))).isEmpty();
    }

    @Test
    void drawnTokensAreThoseOfTheSeedAndAKnobDoesNotBeginItsDrawsAnew() throws IOException {
        LessonReadings readings = readings("""
                {"step": "set", "state": {"drawing": true, "seed": 7, "temperature": 1.5}},
                {"step": "do", "text": "t", "until": {"press": "play"}},
                {"step": "set", "text": "t", "state": {"seed": 8, "generated": 0}},
                {"step": "do", "text": "t", "until": {"press": "play"}},
                {"step": "explain", "text": "t"}
                """);
        SamplingPolicy warm = new SamplingPolicy(1.5, 0, 1);
        assertThat(added(readings.at(2))).isEmpty();
        assertThat(added(readings.at(4))).isEqualTo(generated(warm, 8, 10)).isNotEqualTo(generated(warm, 7, 10));
    }

    @Test
    void anotherTextBeginsWithNothingAdded() throws IOException {
        LessonReadings readings = readings("""
                {"step": "set", "text": "t", "state": {"generated": 2}},
                {"step": "set", "text": "t", "state": {"text": "Once upon a time"}},
                {"step": "set", "text": "t", "state": {"chat": "Hello"}}
                """);
        assertThat(added(readings.at(0))).isEqualTo(generated(SamplingPolicy.BEST, 0, 2));
        assertThat(readings.at(1).text().trace().length()).isEqualTo(4);
        assertThat(readings.at(2).text().trace().tokens())
                .extracting(Token::text)
                .contains("<|im_start|>", "Hello");
    }

    @Test
    void aStepAfterAWrongAnswerIsReadWithTheTextOfTheQuestion() throws IOException {
        LessonReadings readings = readings("""
                {"step": "set", "text": "t", "state": {"generated": 1}},
                {"step": "ask", "text": "t", "answer": {"choices": ["a", "b"], "correct": 1}, "if_wrong": "again", "next": "on"},
                {"step": "explain", "id": "again", "text": "t"},
                {"step": "set", "id": "on", "text": "t", "state": {"text": "Once upon a time"}}
                """);
        assertThat(added(readings.at(2))).isEqualTo(generated(SamplingPolicy.BEST, 0, 1));
        assertThat(readings.at(3).text().trace().length()).isEqualTo(4);
    }
}
