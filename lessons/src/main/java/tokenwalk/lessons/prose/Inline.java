package tokenwalk.lessons.prose;

import java.util.List;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.VisibleText;
import tokenwalk.lessons.place.Target;

/** A part of a paragraph. */
public sealed interface Inline {
    record Words(String text, Emphasis emphasis) implements Inline {}

    /** A piece of text shown as a token is: fixed width, a leading space made visible. */
    record Verbatim(String text) implements Inline {
        /** @return the text with its outer spaces made visible: {@code ␣Paris}, but {@code T = 0.5} */
        public String words() {
            int begin = text.length() - text.stripLeading().length();
            int end = Math.max(begin, text.stripTrailing().length());
            return VisibleText.of(text.substring(0, begin))
                    + text.substring(begin, end)
                    + VisibleText.of(text.substring(end));
        }
    }

    /** A fact yet to be computed. */
    record Asked(Expression expression, Emphasis emphasis) implements Inline {}

    /** A computed fact. */
    record Known(FactValue value, Emphasis emphasis) implements Inline {}

    /** Words that point at something on screen. */
    record Pointer(Target target, List<Inline> inlines) implements Inline {
        public Pointer {
            inlines = List.copyOf(inlines);
        }
    }

    /** A forced line break. */
    record Break() implements Inline {}

    enum Emphasis {
        NONE,
        STRONG,
        ITALIC
    }
}
