package tokenwalk.runtime.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.Unembedding;

class LensTest {
    private static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});

    private static Vector someVector() {
        float[] values = new float[MODEL.shape().width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i);
        }
        return Vector.of(values);
    }

    @Test
    void stopsBeforeTheNextBatchWhereTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> MODEL.lens().read(List.of(someVector()), 10, 0))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aLogitIsTheNormedVectorTimesTheTokensRow() {
        Unembedding unembedding = MODEL.transformer().unembedding();
        Vector residual = someVector();
        Vector normed = unembedding
                .normed(Matrix.of(1, residual.size(), residual.toArray()))
                .row(0);
        Vector logits = unembedding.logits(residual);
        assertThat(normed.dot(unembedding.row(7042))).isCloseTo(logits.at(7042), within(1e-2));
    }
}
