package tokenwalk.lessons.fact;

import java.util.List;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.Id;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Share;
import tokenwalk.lessons.fact.FactValue.Words;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;

/** What a fact is asked about, checked against the model and the text. Arguments are numbered from 0. */
final class Arguments {
    private final LiveFacts facts;
    private final Fact fact;
    private final List<FactValue> values;

    Arguments(LiveFacts facts, Fact fact, List<FactValue> values) {
        this.facts = facts;
        this.fact = fact;
        this.values = List.copyOf(values);
    }

    /** @return whether an optional argument is there */
    boolean has(int index) {
        return index < values.size();
    }

    Trace trace() {
        return facts.trace();
    }

    FactValue value(int index) {
        return values.get(index);
    }

    int level(int index) {
        return within(index, "level", 0, facts.shape().layers(), "the model has levels");
    }

    int layer(int index) {
        return within(index, "layer", 0, facts.shape().layers() - 1, "the model has layers");
    }

    int head(int index) {
        return within(index, "head", 0, facts.shape().attention().heads() - 1, "a layer has heads");
    }

    /** @return counted from 0, as a trace does, though it was written counted from 1 */
    int position(int index) {
        return within(index, "token", 1, facts.trace().length(), "the text has tokens") - 1;
    }

    /** @return the position given, or else the last one, counted from 0 */
    int positionOrLast(int index) {
        return has(index) ? position(index) : facts.trace().length() - 1;
    }

    /** @return a whole number from 1 to {@code most} */
    int count(int index, int most, String what) {
        return whole(index, 1, most, what);
    }

    /** @return a whole number from {@code least} to {@code most} */
    int whole(int index, int least, int most, String what) {
        return within(index, "number", least, most, what);
    }

    double number(int index) {
        return numeric(values.get(index));
    }

    /** @throws FactException for a token or words, which the reader of expressions has refused already */
    private double numeric(FactValue value) {
        return switch (value) {
            case Count count -> count.value();
            case Id id -> id.value();
            case Share share -> share.value();
            case Decimal decimal -> decimal.value();
            case OneToken _, Words _ -> throw fails("takes a number, not «" + value.words() + "»");
        };
    }

    /** @throws FactException if it is a text of no or of several tokens */
    Token token(int index) {
        return switch (values.get(index)) {
            case OneToken known -> known.token();
            case Words words -> single(words.text());
            case Count _, Id _, Share _, Decimal _ -> throw fails("takes a token, not a number");
        };
    }

    String text(int index) {
        return switch (values.get(index)) {
            case OneToken known -> known.token().text();
            case Words words -> words.text();
            case Count _, Id _, Share _, Decimal _ -> throw fails("takes a text, not a number");
        };
    }

    private Token single(String text) {
        return facts.model().tokenizer().vocabulary().find(text).orElseThrow(() -> {
            int count = facts.model().tokenizer().encode(text).size();
            String space = text.startsWith(" ") ? "" : " The space before a word is part of its token: ' Paris'.";
            return new FactException("%s takes one token, but '%s' is %d tokens of this model.%s"
                    .formatted(fact.name(), text, count, space));
        });
    }

    private int within(int index, String what, int least, int most, String range) {
        double number = number(index);
        if (number != Math.rint(number)) {
            throw fails(
                    "takes a whole number for " + fact.parameters().get(index).name() + ", not " + number);
        }
        if (number < least || number > most) {
            throw fails("there is no %s %,.0f here; %s %,d to %,d".formatted(what, number, range, least, most));
        }
        return (int) number;
    }

    /** @throws FactException where a division by zero left no number */
    double finite(double number) {
        if (!Double.isFinite(number)) {
            throw fails("that is no number; something is divided by zero, or too large");
        }
        return number;
    }

    FactException fails(String why) {
        return new FactException(fact.name() + ": " + why + ".");
    }
}
