package tokenwalk.runtime.generation;

/**
 * One turn of a conversation.
 *
 * @param role who speaks, in the model's own words: {@code system}, {@code user} or {@code assistant}
 */
public record ChatMessage(String role, String content) {
    public ChatMessage {
        if (role.isBlank()) {
            throw new IllegalArgumentException("A chat message needs a role: system, user or assistant.");
        }
    }

    public static ChatMessage system(String content) {
        return new ChatMessage("system", content);
    }

    public static ChatMessage user(String content) {
        return new ChatMessage("user", content);
    }

    public static ChatMessage assistant(String content) {
        return new ChatMessage("assistant", content);
    }
}
