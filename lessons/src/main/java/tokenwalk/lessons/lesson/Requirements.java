package tokenwalk.lessons.lesson;

/**
 * What a model must have for a lesson to make sense.
 *
 * @param layers at least so many
 * @param chatTemplate whether it must have been trained to chat
 * @param rotary whether it must tell positions by turning queries and keys
 */
public record Requirements(int layers, boolean chatTemplate, boolean rotary) {
    public static final Requirements NONE = new Requirements(1, false, false);
}
