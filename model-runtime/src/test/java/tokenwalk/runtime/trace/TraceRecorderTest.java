package tokenwalk.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.GoldenModels;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

class TraceRecorderTest {
    @ParameterizedTest
    @ValueSource(strings = {"tiny-gpt2", "bundled"})
    void tellsHowMuchItKeepsOfAToken(String name) {
        LanguageModel model = GoldenModels.named(name);
        List<Integer> ids =
                model.encodePrompt("The cat sat").stream().map(Token::id).toList();
        TraceRecorder recorder = new TraceRecorder();

        model.transformer().forward(ids, model.transformer().newCache(), recorder);

        Segment.Streams streams = recorder.streams().getFirst();
        Segment.KeysAndValues keysAndValues = recorder.keysAndValues().getFirst();
        long numbers = Stream.of(streams.residual(), streams.query(), keysAndValues.key(), keysAndValues.value())
                        .flatMap(matrices -> matrices.stream())
                        .mapToLong(matrix -> (long) matrix.rows() * matrix.columns())
                        .sum()
                + (long) streams.finals().rows() * streams.finals().columns();
        assertThat(TraceRecorder.bytesPerToken(model.shape()) * ids.size()).isEqualTo(numbers * Float.BYTES);
    }
}
