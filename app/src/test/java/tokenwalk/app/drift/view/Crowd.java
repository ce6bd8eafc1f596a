package tokenwalk.app.drift.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tokenwalk.app.drift.GoldenStream;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.DriftView;
import tokenwalk.app.drift.model.PrincipalComponents;
import tokenwalk.app.drift.model.ResidualStream;
import tokenwalk.runtime.tensor.Matrix;

/** A long text of a model that does not exist: every token walks at random. */
final class Crowd {
    private static final int WIDTH = 64;

    private Crowd() {}

    static DriftPicture picture(int tokens) {
        Random random = new Random(5);
        float[] values = new float[tokens * WIDTH];
        List<Matrix> levels = new ArrayList<>();
        for (int level = 0; level < 25; level++) {
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) random.nextGaussian();
            }
            levels.add(Matrix.of(tokens, WIDTH, values.clone()));
        }
        List<String> texts =
                IntStream.range(0, tokens).mapToObj(token -> " word" + token).toList();
        return DriftPicture.of(
                ResidualStream.of(levels, GoldenStream.tokens(texts)), DriftView.NORMALISED, new PrincipalComponents());
    }
}
