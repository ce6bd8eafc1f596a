package tokenwalk.runtime.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens that are written into a text as they are, such as {@code <|im_end|>}. */
final class Literals {
    private final Map<Character, List<Token>> byFirstCharacter = new HashMap<>();

    /** Takes the special and added tokens among these; one with empty text is never found. */
    Literals(List<Token> tokens) {
        tokens.stream()
                .filter(token -> token.kind().isLiteral() && !token.text().isEmpty())
                .sorted(Comparator.comparing((Token token) -> token.text().length())
                        .reversed())
                .forEach(token -> byFirstCharacter
                        .computeIfAbsent(token.text().charAt(0), first -> new ArrayList<>())
                        .add(token));
    }

    /** @return the longest literal that begins at this place of the text, null where there is none */
    @Nullable
    Token at(String text, int place) {
        for (Token token : byFirstCharacter.getOrDefault(text.charAt(place), List.of())) {
            if (text.startsWith(token.text(), place)) {
                return token;
            }
        }
        return null;
    }
}
