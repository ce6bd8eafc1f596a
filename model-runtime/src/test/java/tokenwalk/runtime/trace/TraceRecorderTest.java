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

        Segment segment = recorder.segments().getFirst();
        long numbers = Stream.of(segment.residual(), segment.query(), segment.key(), segment.value())
                        .flatMap(matrices -> matrices.stream())
                        .mapToLong(matrix -> (long) matrix.rows() * matrix.columns())
                        .sum()
                + (long) segment.finals().rows() * segment.finals().columns();
        assertThat(TraceRecorder.bytesPerToken(model.shape()) * ids.size()).isEqualTo(numbers * Float.BYTES);
    }
}
