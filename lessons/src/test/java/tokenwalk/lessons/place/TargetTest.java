package tokenwalk.lessons.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactException;

class TargetTest {
    @ParameterizedTest
    @EnumSource(Part.class)
    void everyPartIsPointedAtByItsName(Part part) {
        assertThat(Target.parse(" " + part.written() + " ")).isEqualTo(Target.of(part));
    }

    @Test
    void aNumberedPartMayBeOneOfThem() {
        assertThat(Target.parse("token 12")).isEqualTo(numbered(Part.TOKEN, "12"));
        assertThat(Target.parse("token last")).isEqualTo(numbered(Part.TOKEN, "last"));
        assertThat(Target.parse("level (levels)")).isEqualTo(numbered(Part.LEVEL, "levels"));
        assertThat(Target.parse("head key_value_head 3")).isEqualTo(numbered(Part.HEAD, "key_value_head 3"));
    }

    private static Target numbered(Part part, String expression) {
        return new Target(part, Optional.of(Expressions.parse(expression)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "candidate bras|There is no target «candidate bras». Did you mean «candidate bars»?",
                "levle 28|Did you mean «level»?",
                "candidate bars 3|«candidate bars» has no number",
                "something else|There is no target «something else».",
                "token lst|Did you mean «last»?",
                "token 0 0|A fact's name comes first"
            })
    void wrongTargetsAreRefusedWithTheNearestName(String written, String message) {
        assertThatThrownBy(() -> Target.parse(written))
                .isInstanceOf(FactException.class)
                .hasMessageContaining(message);
    }
}
