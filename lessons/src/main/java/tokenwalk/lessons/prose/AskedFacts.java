package tokenwalk.lessons.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactException;

/**
 * The {@code {{facts}}} of a Markdown text, taken out before Markdown is read, since they may hold any character. For each
 * stands a letter that is in no text: private use, U+E000 and following.
 */
final class AskedFacts {
    private static final char FIRST = '\uE000';
    private static final char LAST = '\uF8FF';
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final Pattern PLACEHOLDER = Pattern.compile("[" + FIRST + "-" + LAST + "]");

    private final List<String> sources = new ArrayList<>();
    private final String rest;

    private AskedFacts(String markdown) {
        Matcher placeholder = PLACEHOLDER.matcher(markdown);
        if (placeholder.find()) {
            throw new FactException("The character U+%04X (private use) cannot be shown. Take it out."
                    .formatted((int) placeholder.group().charAt(0)));
        }
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (int open = begin(markdown, 0); open >= 0; open = begin(markdown, from)) {
            int close = end(markdown, open);
            left.append(markdown, from, open).append((char) (FIRST + sources.size()));
            sources.add(markdown.substring(open + OPEN.length(), close));
            from = close + CLOSE.length();
            if (sources.size() > LAST - FIRST) {
                throw new FactException("A text with more than %,d facts is too long.".formatted(LAST - FIRST));
            }
        }
        rest = left.append(markdown.substring(from)).toString();
    }

    static AskedFacts takenFrom(String markdown) {
        return new AskedFacts(markdown);
    }

    /** @return the Markdown with a letter in place of each fact */
    String rest() {
        return rest;
    }

    /** @return whether a text of the document has a fact in it */
    static boolean isIn(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** @return a text of the document as it was written, braces and all */
    String written(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(OPEN + source(found.group()) + CLOSE));
    }

    /** Tells the pieces of a text of the document, in order. */
    void split(String text, Consumer<String> words, Consumer<Expression> fact) {
        Matcher found = PLACEHOLDER.matcher(text);
        int from = 0;
        while (found.find()) {
            if (found.start() > from) {
                words.accept(text.substring(from, found.start()));
            }
            fact.accept(Expressions.parse(source(found.group())));
            from = found.end();
        }
        if (from < text.length()) {
            words.accept(text.substring(from));
        }
    }

    private String source(String placeholder) {
        return sources.get(placeholder.charAt(0) - FIRST);
    }

    /** A backslash before the braces makes them plain text, as elsewhere in Markdown. */
    private static int begin(String markdown, int from) {
        int open = markdown.indexOf(OPEN, from);
        while (open > 0 && markdown.charAt(open - 1) == '\\') {
            open = markdown.indexOf(OPEN, open + 1);
        }
        return open;
    }

    /** Braces inside a quoted text are the text's. */
    private static int end(String markdown, int open) {
        boolean quoted = false;
        for (int at = open + OPEN.length(); at < markdown.length(); at++) {
            if (markdown.charAt(at) == '\'') {
                quoted = !quoted;
            } else if (!quoted && markdown.startsWith(CLOSE, at)) {
                return at;
            }
        }
        int close = markdown.indexOf(CLOSE, open);
        if (close > 0) {
            // A quote is left open: reading what stands up to the braces tells where.
            return close;
        }
        String begin = markdown.substring(open, Math.min(markdown.length(), open + 30));
        throw new FactException("A fact is not closed: «%s» needs «}}» at its end.".formatted(begin.strip()));
    }
}
