package tokenwalk.runtime.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.tensor.Vector;

class CrossEntropyTest {
    private static final Vector LOGITS = Vector.of(0, (float) Math.log(2), (float) Math.log(5));

    @Test
    void lossIsTheLogarithmOfTheShareOfTheTarget() {
        assertThat(CrossEntropy.loss(LOGITS, 1)).isCloseTo(Math.log(8 / 2.0), within(1e-6));
    }

    @Test
    void gradientIsTheProbabilityMinusOneAtTheTarget() {
        double[] gradient = CrossEntropy.gradient(LOGITS, 1);
        assertThat(gradient[0]).isCloseTo(1 / 8.0, within(1e-6));
        assertThat(gradient[1]).isCloseTo(2 / 8.0 - 1, within(1e-6));
        assertThat(Arrays.stream(gradient).sum()).isCloseTo(0, within(1e-12));
    }

    @Test
    void largeLogitsDoNotOverflow() {
        assertThat(CrossEntropy.loss(Vector.of(1000, 1000), 0)).isCloseTo(Math.log(2), within(1e-9));
    }
}
