package tokenwalk.lessons.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tokenwalk.lessons.fact.Expression.Call;
import tokenwalk.lessons.fact.Expression.NumberLiteral;
import tokenwalk.lessons.fact.Expression.TextLiteral;

/** Reads one expression from left to right; used once. */
final class ExpressionReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)(?=[\\s()]|$)");
    private static final String QUOTES = "\"‘’‚“”„`«»";

    private final String text;
    private int at;

    ExpressionReader(String text) {
        this.text = text;
    }

    Expression read() {
        Expression expression = whole();
        if (at < text.length()) {
            throw mistake("A «)» closes nothing. Take it out, or open it with «(»");
        }
        return expression;
    }

    /** A fact with its arguments, or a number or text alone; ends before a closing parenthesis or at the end. */
    private Expression whole() {
        skipBlanks();
        if (ended()) {
            throw mistake("Nothing is asked. Write a fact, such as best_token");
        }
        if (!Character.isLetter(text.charAt(at))) {
            Expression alone = argument();
            skipBlanks();
            if (!ended()) {
                throw mistake("A fact's name comes first, then what it is asked about, as in: rank_of ' Paris'");
            }
            return alone;
        }
        int begin = at;
        Fact fact = fact();
        List<Expression> arguments = new ArrayList<>();
        skipBlanks();
        while (!ended()) {
            if (arguments.size() == fact.parameters().size()) {
                throw mistake(counted(fact) + ", not more");
            }
            arguments.add(argument(fact, fact.parameters().get(arguments.size())));
            skipBlanks();
        }
        if (arguments.size() < fact.fewest()) {
            at = begin;
            throw mistake(counted(fact));
        }
        return new Call(fact, arguments);
    }

    private Expression argument(Fact fact, Parameter parameter) {
        int begin = at;
        Expression argument = argument();
        boolean fits = switch (argument) {
            case NumberLiteral number -> parameter.kind().accepts(number.value());
            case TextLiteral ignored -> parameter.kind().accepts(Fact.Gives.WORDS);
            case Call call -> parameter.kind().accepts(call.fact().gives());
        };
        if (!fits) {
            String found = text.substring(begin, at);
            at = begin;
            throw mistake("«%s» takes %s for %s, not %s"
                    .formatted(fact.name(), parameter.kind().meaning(), parameter.name(), found));
        }
        return argument;
    }

    private Expression argument() {
        char first = text.charAt(at);
        if (first == '\'') {
            return quoted();
        }
        if (first == '(') {
            return parenthesised();
        }
        if (Character.isLetter(first)) {
            return withoutArguments();
        }
        if (QUOTES.indexOf(first) >= 0) {
            throw mistake("A text stands in straight single quotes, as in ' Paris'");
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw mistake("«%s» is neither a number such as 12 or 0.5, nor a text in single quotes, nor a fact"
                    .formatted(upToBlank()));
        }
        at = number.end();
        return new NumberLiteral(Double.parseDouble(number.group()));
    }

    private Expression withoutArguments() {
        int begin = at;
        Fact fact = fact();
        if (fact.fewest() > 0) {
            at = begin;
            throw mistake(counted(fact) + "; as an argument it stands in parentheses");
        }
        return new Call(fact, List.of());
    }

    /** Two single quotes inside stand for one. */
    private Expression quoted() {
        int begin = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '\'') {
                content.append(next);
            } else if (text.startsWith("'", at)) {
                content.append(next);
                at++;
            } else {
                return new TextLiteral(content.toString());
            }
        }
        at = begin;
        throw mistake(
                "A quote is not closed: the text that begins with it needs a second «'» (one inside is written '')");
    }

    private Expression parenthesised() {
        int begin = at++;
        Expression inside = whole();
        if (at == text.length()) {
            at = begin;
            throw mistake("A parenthesis is not closed: add «)»");
        }
        at++;
        return inside;
    }

    private Fact fact() {
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw mistake("«%s» is no name of a fact".formatted(upToBlank()));
        }
        Fact fact = FactCatalogue.named(name.group()).orElseThrow(() -> unknown(name.group()));
        at = name.end();
        return fact;
    }

    private FactException unknown(String name) {
        return mistake("There is no fact «" + name + "».", NearestName.question(name, FactCatalogue.names()));
    }

    private static String counted(Fact fact) {
        int most = fact.parameters().size();
        String count = fact.fewest() == most
                ? String.valueOf(most)
                : "%d %s %d".formatted(fact.fewest(), most == fact.fewest() + 1 ? "or" : "to", most);
        return most == 0
                ? "«%s» takes no arguments".formatted(fact.name())
                : "«%s» takes %s argument%s (%s)".formatted(fact.name(), count, most == 1 ? "" : "s", fact.usage());
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean ended() {
        return at == text.length() || text.charAt(at) == ')';
    }

    private String upToBlank() {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && "()".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(at, Math.max(end, Math.min(at + 1, text.length())));
    }

    private FactException mistake(String message) {
        return mistake(message, "");
    }

    /** Tells where, except in an expression so short that it is plain. */
    private FactException mistake(String message, String advice) {
        String where = text.isBlank() ? "" : " (in {{%s}}, character %d)".formatted(text.strip(), column());
        String plain = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return new FactException(plain + where + "." + advice);
    }

    private int column() {
        int leading = text.length() - text.stripLeading().length();
        return Math.max(1, at - leading + 1);
    }
}
