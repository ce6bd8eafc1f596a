package tokenwalk.lessons.print;

import java.util.List;
import java.util.stream.Collectors;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.prose.Block;
import tokenwalk.lessons.prose.Inline;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.runtime.token.Token;

/** A text that was read: its prompt and, told apart, what the model added. */
final class ReadWords {
    private ReadWords() {}

    static String of(ReadText text) {
        return words(text.trace().tokens());
    }

    static Prose shown(ReadText text) {
        List<Token> tokens = text.trace().tokens();
        Inline prompt = new Inline.Words(words(tokens.subList(0, text.promptLength())), Inline.Emphasis.NONE);
        String added = words(tokens.subList(text.promptLength(), tokens.size()));
        List<Inline> inlines =
                added.isEmpty() ? List.of(prompt) : List.of(prompt, new Inline.Words(added, Inline.Emphasis.STRONG));
        return new Prose(List.of(new Block.Paragraph(inlines)));
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining()).replace("\n", TokenSigns.LINE_END);
    }
}
