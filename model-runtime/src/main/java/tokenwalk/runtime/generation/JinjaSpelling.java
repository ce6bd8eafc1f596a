package tokenwalk.runtime.generation;

/**
 * Brings a Jinja template into one spelling, so that two that say the same compare equal: no space inside tags, one kind
 * of quotation mark, escapes resolved, neighbouring literals joined, {@code message.role} as {@code message['role']}.
 * Text outside tags stays, but for the line ends that Hugging Face's settings take away (after a block, and the last).
 */
final class JinjaSpelling {
    /** Quotation marks that no template contains. */
    static final char OPEN = '\uE000';

    static final char CLOSE = '\uE001';

    private final String template;
    private final StringBuilder normalised = new StringBuilder();
    private int at;

    private JinjaSpelling(String template) {
        this.template = template;
    }

    static String normalised(String template) {
        JinjaSpelling spelling = new JinjaSpelling(template);
        spelling.readText();
        String text = spelling.normalised.toString();
        text = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return text.replace(CLOSE + "+" + OPEN, "")
                .replace("message.role", "message[" + OPEN + "role" + CLOSE + "]")
                .replace("message.content", "message[" + OPEN + "content" + CLOSE + "]");
    }

    private void readText() {
        while (at < template.length()) {
            boolean tag = template.startsWith("{{", at) || template.startsWith("{%", at);
            normalised.append(template.charAt(at++));
            if (tag) {
                readTag();
            }
        }
    }

    private void readTag() {
        while (at < template.length()) {
            if (template.startsWith("}}", at) || template.startsWith("%}", at)) {
                boolean block = template.charAt(at) == '%';
                normalised.append(template, at, at + 2);
                at += block && template.startsWith("\n", at + 2) ? 3 : 2;
                return;
            }
            char character = template.charAt(at++);
            if (character == '\'' || character == '"') {
                readLiteral(character);
            } else if (!Character.isWhitespace(character)) {
                normalised.append(character);
            }
        }
    }

    private void readLiteral(char quote) {
        normalised.append(OPEN);
        while (at < template.length()) {
            char character = template.charAt(at++);
            if (character == quote) {
                normalised.append(CLOSE);
                return;
            }
            boolean escape = character == '\\' && at < template.length();
            normalised.append(escape ? unescaped(template.charAt(at++)) : character);
        }
    }

    private static char unescaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> character;
        };
    }
}
