package tokenwalk.lessons.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Id;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Words;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Tokenizer;

/** Texts and their tokens. */
final class TextFacts {
    static final List<Fact> ALL = List.of(
            Fact.words(
                    "text",
                    "the whole text",
                    (facts, _) -> new Words(text(facts, 0, facts.trace().length()))),
            Fact.words(
                    "prompt",
                    "its beginning, which was given",
                    (facts, _) -> new Words(text(facts, 0, facts.text().promptLength()))),
            Fact.words(
                    "generated_text",
                    "what was generated after it",
                    (facts, _) -> new Words(text(
                            facts, facts.text().promptLength(), facts.trace().length()))),
            Fact.number(
                    "token_count",
                    "tokens of the whole text",
                    (facts, _) -> new Count(facts.trace().length())),
            Fact.number(
                    "prompt_token_count",
                    "tokens of the prompt",
                    (facts, _) -> new Count(facts.text().promptLength())),
            Fact.number(
                    "generated_count",
                    "tokens that were generated",
                    (facts, _) ->
                            new Count(facts.trace().length() - facts.text().promptLength())),
            Fact.number(
                    "character_count",
                    "characters of the whole text",
                    (facts, _) ->
                            new Count(characters(text(facts, 0, facts.trace().length())))),
            Fact.number(
                    "byte_count",
                    "bytes of the whole text",
                    (facts, _) -> new Count(facts.trace().tokens().stream()
                            .mapToInt(Token::byteCount)
                            .sum())),
            Fact.number(
                    "last",
                    "the position of the last token",
                    (facts, _) -> new Count(facts.trace().length())),
            Fact.token(
                    "nth_token",
                    "the token at a position",
                    (facts, arguments) -> new OneToken(facts.trace().tokens().get(arguments.position(0))),
                    Parameter.POS),
            Fact.number(
                    "nth_id",
                    "the id of the token at a position",
                    (facts, arguments) -> new Id(
                            facts.trace().tokens().get(arguments.position(0)).id()),
                    Parameter.POS),
            Fact.number(
                    "id_of",
                    "a token's id",
                    (_, arguments) -> new Id(arguments.token(0).id()),
                    Parameter.TOKEN),
            Fact.token(
                    "token_with_id", "the token that has an id", TextFacts::tokenWithId, Parameter.NUMBER.called("ID")),
            Fact.number(
                    "position_of",
                    "where a token stands in the text; the first time, or the N-th",
                    TextFacts::positionOf,
                    Parameter.TOKEN,
                    Parameter.COUNT.orNone()),
            Fact.number(
                    "times_in_text",
                    "how often a token stands in the text",
                    (facts, arguments) ->
                            new Count(positions(facts, arguments.token(0)).size()),
                    Parameter.TOKEN),
            Fact.number(
                    "tokens_in",
                    "how many tokens a text has",
                    (facts, arguments) -> new Count(tokens(facts, arguments).size()),
                    Parameter.TEXT),
            Fact.words(
                    "token_list",
                    "a text's tokens, with blanks between",
                    (facts, arguments) -> listed(tokens(facts, arguments)),
                    Parameter.TEXT),
            Fact.words(
                    "id_list",
                    "the ids of a text's tokens",
                    (facts, arguments) -> new Words(tokens(facts, arguments).stream()
                            .map(token -> Integer.toString(token.id()))
                            .collect(Collectors.joining(" "))),
                    Parameter.TEXT),
            Fact.number(
                    "bytes_in",
                    "how many bytes a text has",
                    (_, arguments) -> new Count(arguments.text(0).getBytes(UTF_8).length),
                    Parameter.TEXT),
            Fact.number(
                    "characters_in",
                    "how many characters a text has",
                    (_, arguments) -> new Count(characters(arguments.text(0))),
                    Parameter.TEXT),
            Fact.number(
                    "merges_in",
                    "how many merges make a text's tokens out of its bytes",
                    (facts, arguments) -> new Count(merges(facts.model().tokenizer(), arguments.text(0))),
                    Parameter.TEXT));

    private TextFacts() {}

    private static String text(LiveFacts facts, int from, int to) {
        return facts.model().tokenizer().decode(facts.trace().tokens().subList(from, to));
    }

    private static long characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<Token> tokens(LiveFacts facts, Arguments arguments) {
        return facts.model().tokenizer().encode(arguments.text(0));
    }

    static Words listed(List<Token> tokens) {
        return new Words(tokens.stream().map(VisibleText::of).collect(Collectors.joining(" ")));
    }

    private static FactValue tokenWithId(LiveFacts facts, Arguments arguments) {
        double id = arguments.number(0);
        int size = facts.shape().vocabulary();
        if (id != Math.rint(id) || id < 0 || id >= size) {
            throw arguments.fails("ids are whole numbers, 0 to " + (size - 1));
        }
        return new OneToken(facts.model().token((int) id));
    }

    private static FactValue positionOf(LiveFacts facts, Arguments arguments) {
        Token token = arguments.token(0);
        List<Integer> positions = positions(facts, token);
        int which = arguments.has(1) ? arguments.count(1, Integer.MAX_VALUE, "the first is") : 1;
        if (which > positions.size()) {
            throw arguments.fails("'%s' stands in this text %s"
                    .formatted(token.text(), positions.isEmpty() ? "nowhere" : positions.size() + " times only"));
        }
        return new Count(positions.get(which - 1));
    }

    /** Counted from 1. */
    private static List<Integer> positions(LiveFacts facts, Token token) {
        return IntStream.rangeClosed(1, facts.trace().length())
                .filter(position -> facts.trace().tokens().get(position - 1).id() == token.id())
                .boxed()
                .toList();
    }

    private static long merges(Tokenizer tokenizer, String text) {
        return tokenizer.preTokenizer().split(text).stream()
                .mapToLong(word -> tokenizer.merges(word).steps().size())
                .sum();
    }
}
