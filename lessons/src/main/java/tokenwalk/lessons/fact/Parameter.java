package tokenwalk.lessons.fact;

/**
 * What a fact is asked about.
 *
 * @param name how it is called in messages and in the documentation, such as {@code FROM}
 * @param kind what may stand there
 * @param optional whether it may be left out; only the last one may
 */
public record Parameter(String name, Kind kind, boolean optional) {
    static final Parameter LEVEL = new Parameter("LEVEL", Kind.LEVEL, false);
    static final Parameter LAYER = new Parameter("LAYER", Kind.LAYER, false);
    static final Parameter HEAD = new Parameter("HEAD", Kind.HEAD, false);
    static final Parameter POS = new Parameter("POS", Kind.POSITION, false);
    static final Parameter TOKEN = new Parameter("TOKEN", Kind.TOKEN, false);
    static final Parameter COUNT = new Parameter("N", Kind.COUNT, false);
    static final Parameter NUMBER = new Parameter("X", Kind.NUMBER, false);
    static final Parameter TEXT = new Parameter("'text'", Kind.TEXT, false);

    /** What may stand for a parameter. */
    public enum Kind {
        LEVEL("a level, counted from 0"),
        LAYER("a layer, counted from 0"),
        HEAD("a head, counted from 0"),
        POSITION("a position, counted from 1, or last"),
        TOKEN("a token, such as ' Paris' or best_token"),
        COUNT("a whole number, 1 or more"),
        NUMBER("a number"),
        TEXT("a text in single quotes");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** @return what may stand there, in a few words */
        public String meaning() {
            return meaning;
        }

        /** @return whether what a fact gives, or a text as written, may stand there */
        boolean accepts(Fact.Gives given) {
            return switch (this) {
                case LEVEL, LAYER, HEAD, POSITION, COUNT, NUMBER -> given == Fact.Gives.NUMBER;
                case TOKEN, TEXT -> given != Fact.Gives.NUMBER;
            };
        }

        /** @return whether a number as written may stand there, whatever the model */
        boolean accepts(double number) {
            return switch (this) {
                case LEVEL, LAYER, HEAD -> number >= 0 && number == Math.rint(number);
                case POSITION, COUNT -> number >= 1 && number == Math.rint(number);
                case NUMBER -> true;
                case TOKEN, TEXT -> false;
            };
        }
    }

    Parameter called(String otherName) {
        return new Parameter(otherName, kind, optional);
    }

    Parameter orNone() {
        return new Parameter(name, kind, true);
    }

    /** @return how it is written in a fact's usage: {@code [POS]} if it may be left out */
    public String written() {
        return optional ? "[" + name + "]" : name;
    }
}
