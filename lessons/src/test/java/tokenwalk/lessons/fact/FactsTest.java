package tokenwalk.lessons.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fact against what the reference computed, or against figures one can count by hand. */
class FactsTest {
    private static final LiveFacts FACTS = BundledFacts.of(Reference.TEXT, 0);

    static Stream<Check> checks() {
        return Stream.concat(OutsideChecks.all(), InsideChecks.all());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void factsAgreeWithTheReference(Check check) {
        FactValue value = FACTS.value(Expressions.parse(check.expression()));
        if (Double.isNaN(check.number())) {
            assertThat(value.words()).isEqualTo(check.words());
        } else {
            assertThat(number(value)).isCloseTo(check.number(), within(check.tolerance()));
        }
    }

    private static double number(FactValue value) {
        return switch (value) {
            case FactValue.Count count -> count.value();
            case FactValue.Id id -> id.value();
            case FactValue.Share share -> share.value();
            case FactValue.Decimal decimal -> decimal.value();
            case FactValue.OneToken _, FactValue.Words _ -> throw new AssertionError(value);
        };
    }

    @Test
    void noFactLacksATest() {
        Set<String> tested = checks().map(check -> Expressions.parse(check.expression()))
                .map(expression -> ((Expression.Call) expression).fact().name())
                .collect(Collectors.toSet());
        assertThat(FactCatalogue.all())
                .extracting(Fact::name)
                .allSatisfy(name -> assertThat(tested).contains(name));
    }

    @Test
    void everyFactGivesWhatItSaysItGives() {
        assertThat(checks().map(check -> Expressions.parse(check.expression()))).allSatisfy(expression -> {
            Fact.Gives gives = switch (FACTS.value(expression)) {
                case FactValue.OneToken _ -> Fact.Gives.TOKEN;
                case FactValue.Words _ -> Fact.Gives.WORDS;
                default -> Fact.Gives.NUMBER;
            };
            assertThat(((Expression.Call) expression).fact().gives()).isEqualTo(gives);
        });
    }
}
