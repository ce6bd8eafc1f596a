package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
    @ParameterizedTest
    @CsvSource({"0.976,97.6 %", "1,100.0 %", "0.001,0.1 %", "0.0004,< 0.1 %", "1e-30,< 0.1 %", "0,0 %"})
    void aSmallShareIsNeverWrittenAsNothing(double share, String written) {
        assertThat(Percent.of(share)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.16,16%", "0.004,<1%", "1,100%", "0,0%"})
    void briefSharesHaveNoDecimals(double share, String written) {
        assertThat(Percent.brief(share)).isEqualTo(written);
    }
}
