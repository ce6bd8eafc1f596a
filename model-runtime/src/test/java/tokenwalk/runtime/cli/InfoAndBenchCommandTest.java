package tokenwalk.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.Golden;

class InfoAndBenchCommandTest {
    @Test
    void infoTellsTheSizesOfTheBundledModel() {
        JsonObject info =
                JsonParser.parseString(CommandRun.of("info", "--json").out()).getAsJsonObject();

        assertThat(info.get("name").getAsString()).isEqualTo("SmolLM2-135M-Instruct");
        assertThat(info.get("type").getAsString()).isEqualTo("Q4_1");
        assertThat(info.get("size_bytes").getAsLong()).isEqualTo(98_362_432);
        assertThat(info.get("layers").getAsInt()).isEqualTo(30);
        assertThat(info.get("heads").getAsInt()).isEqualTo(9);
        assertThat(info.get("key_value_heads").getAsInt()).isEqualTo(3);
        assertThat(info.get("width").getAsInt()).isEqualTo(576);
        assertThat(info.get("vocabulary").getAsInt()).isEqualTo(49_152);
        assertThat(info.get("context").getAsInt()).isEqualTo(8_192);
        assertThat(info.get("chat_template").getAsBoolean()).isTrue();
        assertThat(info.getAsJsonArray("end_of_text").toString()).contains("{\"id\":2,\"text\":\"<|im_end|>\"}");
    }

    @Test
    void infoForReadersNamesTheSame() {
        assertThat(CommandRun.of("info").out())
                .containsPattern("key/value heads +3\n")
                .containsPattern("vocabulary +49,152\n")
                .containsPattern("size +98\\.4 MB\n")
                .containsPattern("chat template +yes\n");
    }

    @Test
    void benchMeasuresReadingWritingAndLoading() {
        String[] arguments = {"bench", "--prompt-tokens", "8", "--new-tokens", "2", "--threads", "2", "--rounds", "1"};

        CommandRun run = CommandRun.of(
                "bench", "--prompt-tokens", "8", "--new-tokens", "2", "--threads", "1", "--rounds", "1", "--json");

        JsonObject figures = JsonParser.parseString(run.out()).getAsJsonObject();
        assertThat(figures.get("prefill_tokens_per_s").getAsDouble()).isPositive();
        assertThat(figures.get("decode_tokens_per_s").getAsDouble()).isPositive();
        assertThat(figures.get("load_ms").getAsDouble()).isPositive();
        assertThat(figures.get("threads").getAsInt()).isEqualTo(1);
        assertThat(CommandRun.of(arguments).out()).contains("2 threads", "tokens/s", "load");
    }

    @Test
    void benchTellsEveryLengthAndWhatRecordingCosts() {
        String model = Golden.resource("golden/tiny-gpt2").toString();
        String[] asked = {
            "bench",
            "--model",
            model,
            "--prompt-tokens",
            "4,9",
            "--at",
            "0,7",
            "--new-tokens",
            "20",
            "--trace",
            "--rounds",
            "2"
        };

        CommandRun table = CommandRun.of(asked);
        JsonObject figures = JsonParser.parseString(
                        CommandRun.of(Stream.concat(Arrays.stream(asked), Stream.of("--json"))
                                        .toArray(String[]::new))
                                .out())
                .getAsJsonObject();

        assertThat(figures.getAsJsonObject("prefill").keySet()).containsExactly("4", "9");
        assertThat(figures.getAsJsonObject("decode").keySet()).containsExactly("0", "7");
        JsonObject recorded = figures.getAsJsonObject("recorded").getAsJsonObject("9");
        assertThat(recorded.get("time_ratio").getAsDouble()).isPositive();
        assertThat(recorded.get("best").getAsDouble())
                .isGreaterThanOrEqualTo(recorded.get("median").getAsDouble());
        JsonArray greedy = figures.getAsJsonArray("greedy");
        assertThat(greedy.size()).isEqualTo(16);
        // At 0 the first of the ids that other programs are given is what is read first.
        assertThat(greedy.get(0).getAsInt()).isEqualTo(63);
        assertThat(table.out())
                .contains("read 9 tokens", "read and record 9", "of the time", "write 20 tokens after 7");
    }

    @Test
    void benchRefusesLengthsThatDoNotFit() {
        assertThat(CommandRun.of("bench", "--prompt-tokens", "12,0").err()).contains("--prompt-tokens is 0");
        assertThat(CommandRun.of("bench", "--at", "-1").err()).contains("--at is -1");
        assertThat(CommandRun.of("bench", "--at", "8190").err()).contains("do not fit the model's context of 8192");
        assertThat(CommandRun.of("bench", "--prompt-tokens", "9000").err()).contains("do not fit");
    }
}
