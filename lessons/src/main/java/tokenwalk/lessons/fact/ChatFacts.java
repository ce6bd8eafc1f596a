package tokenwalk.lessons.fact;

import java.util.List;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Words;
import tokenwalk.runtime.generation.ChatMessage;
import tokenwalk.runtime.generation.ChatTemplate;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.TokenKind;

/** How the model wants a conversation written down. */
final class ChatFacts {
    private static final Parameter MESSAGE = Parameter.TEXT.called("'message'");

    static final List<Fact> ALL = List.of(
            Fact.words(
                    "chat_prompt",
                    "the prompt that a user's message becomes",
                    (facts, arguments) -> new Words(prompt(facts, arguments)),
                    MESSAGE),
            Fact.number(
                    "chat_token_count",
                    "how many tokens it has",
                    (facts, arguments) -> new Count(tokens(facts, arguments).size()),
                    MESSAGE),
            Fact.number(
                    "special_tokens_in_chat",
                    "how many of them are special",
                    (facts, arguments) -> new Count(tokens(facts, arguments).stream()
                            .filter(ChatFacts::isSpecial)
                            .count()),
                    MESSAGE),
            Fact.token("end_of_turn", "the token that closes each message of a conversation", ChatFacts::endOfTurn));

    private ChatFacts() {}

    private static boolean isSpecial(Token token) {
        return token.kind() == TokenKind.SPECIAL;
    }

    private static ChatTemplate template(LiveFacts facts, Arguments arguments) {
        String jinja = facts.model()
                .chatTemplate()
                .orElseThrow(() -> arguments.fails("this model has no chat template; it was not trained to chat"));
        return ChatTemplate.of(jinja);
    }

    private static String prompt(LiveFacts facts, Arguments arguments) {
        return template(facts, arguments).prompt(List.of(ChatMessage.user(arguments.text(0))));
    }

    private static List<Token> tokens(LiveFacts facts, Arguments arguments) {
        return facts.model().tokenizer().encode(prompt(facts, arguments));
    }

    private static FactValue endOfTurn(LiveFacts facts, Arguments arguments) {
        String transcript = template(facts, arguments).transcript(List.of(ChatMessage.user("")));
        return facts.model().tokenizer().encode(transcript).stream()
                .filter(ChatFacts::isSpecial)
                .reduce((_, later) -> later)
                .map(OneToken::new)
                .orElseThrow(() -> arguments.fails("the vocabulary lacks the special tokens of its chat template"));
    }
}
