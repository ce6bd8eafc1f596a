package tokenwalk.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.token.Token;

/** A lesson writes a number or a token as the screen beside it does. */
class FactsReadAsScreensTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-30, 0.0004, 0.0009999, 0.001, 0.0234, 0.5, 0.97579, 0.99999, 1})
    void shares(double share) {
        assertThat(new FactValue.Share(share).words()).isEqualTo(Percent.of(share));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.4821, 18.01191, 3.2175, -0.0004})
    void numbers(double number) {
        assertThat(new FactValue.Decimal(number, 3).words()).isEqualTo(SignedNumber.of(number, 3));
    }

    @Test
    void allTokensOfTheVocabulary() {
        LanguageModel model = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});
        assertThat(model.tokenizer().vocabulary().tokens())
                .allSatisfy(token ->
                        assertThat(words(token)).isEqualTo(TokenLabels.of(token).plain()));
    }

    private static String words(Token token) {
        return new FactValue.OneToken(token).words();
    }
}
