package tokenwalk.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

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
    void benchMeasuresSeveralLengthsWhatRecordingCostsAndTheLens() {
        CommandRun run = CommandRun.of(
                "bench",
                "--prompt-tokens=4,9",
                "--at=3,5",
                "--new-tokens=2",
                "--rounds=1",
                "--recorded",
                "--lens",
                "--json");
        JsonObject figures = JsonParser.parseString(run.out()).getAsJsonObject();
        assertThat(figures.getAsJsonObject("measures").keySet())
                .containsExactly("prefill 4", "prefill 9", "decode 3", "decode 5", "recorded 4", "recorded 9", "lens");
        assertThat(figures.getAsJsonArray("greedy")).hasSize(2);
        CommandRun tooLong = CommandRun.of("bench", "--at=8190", "--new-tokens=9");
        assertThat(tooLong.err()).contains("8199 tokens do not fit the model's context of 8192");
    }
}
