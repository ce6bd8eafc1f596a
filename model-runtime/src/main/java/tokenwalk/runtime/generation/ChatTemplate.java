package tokenwalk.runtime.generation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a model wants a conversation written down.
 *
 * <p>Models bring their template as a Jinja program. It is not run: a template is recognised as a whole or refused, so
 * that a prompt is either exactly the model's own or there is none (decision 0004). Known is ChatML in its plain shape,
 * with or without a system message for conversations that have none: SmolLM2's template, and Qwen2's.
 */
public final class ChatTemplate {
    private static final Pattern CHAT_ML = chatMl();

    private final Optional<String> defaultSystem;

    private ChatTemplate(Optional<String> defaultSystem) {
        this.defaultSystem = defaultSystem;
    }

    /**
     * Recognises a model's template.
     *
     * @param jinja as in GGUF's {@code tokenizer.chat_template}
     * @throws IllegalArgumentException if it is not a ChatML template, with one sentence for the user
     */
    public static ChatTemplate of(String jinja) {
        Matcher matcher = CHAT_ML.matcher(JinjaSpelling.normalised(jinja));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("This model's chat template is of a kind Tokenwalk does not know"
                    + " (it knows plain ChatML); give the model a plain prompt instead of a chat.");
        }
        return new ChatTemplate(Optional.ofNullable(matcher.group("system")));
    }

    /** @return what the model is told if the conversation does not begin with a system message; empty if nothing */
    public Optional<String> defaultSystem() {
        return defaultSystem;
    }

    /** @return the prompt text up to where the assistant's answer begins; special tokens in it are literals */
    public String prompt(List<ChatMessage> conversation) {
        return transcript(conversation) + "<|im_start|>assistant\n";
    }

    /** @return the text of all messages, each closed, and no invitation to answer */
    public String transcript(List<ChatMessage> conversation) {
        StringBuilder text = new StringBuilder();
        if (!conversation.isEmpty() && !conversation.getFirst().role().equals("system")) {
            defaultSystem.map(ChatMessage::system).ifPresent(message -> append(message, text));
        }
        conversation.forEach(message -> append(message, text));
        return text.toString();
    }

    private static void append(ChatMessage message, StringBuilder text) {
        text.append("<|im_start|>").append(message.role()).append('\n');
        text.append(message.content()).append("<|im_end|>\n");
    }

    /** The template of all ChatML models, with one part that may be missing and one text that may differ. */
    private static Pattern chatMl() {
        String hole = "DEFAULT-SYSTEM-MESSAGE";
        String loop = literally("{% for message in messages %}");
        String system = literally("{% if loop.first and messages[0]['role'] != 'system' %}" + "{{ '<|im_start|>system\n"
                + hole + "<|im_end|>\n' }}{% endif %}");
        String turns = literally("{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n' }}"
                + "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}");
        String anyLiteral = "\\E(?<system>[^" + JinjaSpelling.OPEN + JinjaSpelling.CLOSE + "]*)\\Q";
        return Pattern.compile(loop + "(?:" + system.replace(hole, anyLiteral) + ")?" + turns);
    }

    private static String literally(String jinja) {
        return Pattern.quote(JinjaSpelling.normalised(jinja));
    }
}
