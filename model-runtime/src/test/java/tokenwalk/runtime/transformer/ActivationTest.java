package tokenwalk.runtime.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationTest {

    /** Values of torch.nn.functional in float64. */
    @ParameterizedTest
    @CsvSource({
        "GELU, 1, 0.8413447460685429",
        "GELU, -2, -0.04550026389635842",
        "GELU_TANH, 1, 0.8411919906082768",
        "GELU_TANH, -2, -0.04540230591222494",
        "SILU, 1, 0.7310585786300049",
        "SILU, -2, -0.2384058440442351",
        "RELU, 1, 1",
        "RELU, -2, 0"
    })
    void eachIsWhatItsPaperSays(Activation activation, double fed, double fires) {
        assertThat(activation.of(fed)).isCloseTo(fires, within(1e-12));
    }
}
