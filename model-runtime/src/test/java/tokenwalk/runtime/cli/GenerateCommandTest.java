package tokenwalk.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.BundledModel;
import tokenwalk.runtime.Golden;

class GenerateCommandTest {
    private static final String CAPITAL = "The capital of Germany is Berlin. The capital of France is";

    /** The object that {@code --json} prints. */
    private record Answer(List<Integer> ids, List<String> tokens, String text, String stop) {}

    private static Answer json(String... more) {
        CommandRun run = run(more, "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSize(1);
        return new Gson().fromJson(run.out(), Answer.class);
    }

    private static CommandRun run(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of("generate"));
        Collections.addAll(all, arguments);
        Collections.addAll(all, more);
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void theBestTokensAreTheReferencesUntilTheModelEnds() {
        Answer answer = json("--prompt", CAPITAL);

        assertThat(answer.ids())
                .isEqualTo(Golden.read("smollm2/capital").json().greedy().ids());
        assertThat(answer.tokens()).startsWith(" Paris", ".").endsWith("<|im_end|>");
        assertThat(answer.text()).isEqualTo(" Paris.\n\nThe answer is: 1.\n\nThe answer is: 2.");
        assertThat(answer.stop()).isEqualTo("end_of_text");
    }

    @Test
    void theStreamedTextIsThatOfTheJson() {
        String[] arguments = {"--prompt", "日本語 🙂 Zürich", "--max-tokens", "24", "--temperature", "1.2", "--seed", "7"};

        CommandRun streamed = run(arguments);

        assertThat(streamed.exitCode()).isZero();
        assertThat(streamed.err()).isEmpty();
        assertThat(streamed.out()).isEqualTo(json(arguments).text() + "\n");
    }

    @Test
    void aStopStringMaySpanTokensAndIsLeftOut() {
        Answer answer = json("--prompt", CAPITAL, "--stop", "never", "--stop", "s.\n\nThe ans");

        assertThat(answer.text()).isEqualTo(" Pari");
        assertThat(answer.stop()).isEqualTo("stop_string");
        assertThat(run(new String[] {"--prompt", CAPITAL}, "--stop", "s.\n\nThe ans")
                        .out())
                .isEqualTo(" Pari\n");
    }

    @Test
    void theMaximumStopsAndMayBeNothing() {
        assertThat(json("--prompt", CAPITAL, "--max-tokens", "2"))
                .isEqualTo(new Answer(List.of(7042, 30), List.of(" Paris", "."), " Paris.", "max_tokens"));
        assertThat(json("--prompt", CAPITAL, "--max-tokens", "0"))
                .isEqualTo(new Answer(List.of(), List.of(), "", "max_tokens"));
    }

    @Test
    void aFullContextStops() {
        int context = BundledModel.model().shape().contextLength();
        String prompt = "<|endoftext|>".repeat(context);

        assertThat(json("--prompt", prompt).stop()).isEqualTo("context_full");
    }

    @Test
    void aChatEndsByItself() {
        Answer answer = json("--prompt", "What is the capital of France?", "--chat");

        assertThat(answer.text()).contains("Paris");
        assertThat(answer.stop()).isEqualTo("end_of_text");
        assertThat(answer.tokens()).last().isEqualTo("<|im_end|>");
    }

    @Test
    void theSameSeedDrawsTheSameTextAndAnotherSeedAnother() {
        String[] drawn = {"--prompt", "Once upon a time", "--temperature", "1", "--max-tokens", "12", "--seed"};

        String first = run(drawn, "1").out();

        assertThat(run(drawn, "1").out()).isEqualTo(first);
        assertThat(run(drawn, "2").out()).isNotEqualTo(first);
    }

    @Test
    void oneCandidateIsTheBestTokenAtAnyTemperature() {
        assertThat(json("--prompt", CAPITAL, "--temperature", "5", "--top-k", "1", "--max-tokens", "4")
                        .ids())
                .containsExactly(7042, 30, 198, 198);
    }
}
