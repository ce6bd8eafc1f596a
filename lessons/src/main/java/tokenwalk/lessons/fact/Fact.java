package tokenwalk.lessons.fact;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that may be asked of a model and a text: what it is called, what it is asked about and how it is computed.
 * There is one of each; {@link FactCatalogue} has them all.
 */
public final class Fact {
    /** What kind of value comes out, as far as it matters for where it may stand. */
    public enum Gives {
        NUMBER,
        TOKEN,
        WORDS
    }

    /** How a fact is computed. */
    @FunctionalInterface
    interface Computation {
        /** @throws FactException if there is no value here */
        FactValue of(LiveFacts facts, Arguments arguments);
    }

    private final String name;
    private final Gives gives;
    private final String meaning;
    private final List<Parameter> parameters;
    private final Computation computation;

    private Fact(String name, Gives gives, String meaning, Computation computation, Parameter... parameters) {
        this.name = name;
        this.gives = gives;
        this.meaning = meaning;
        this.parameters = List.of(parameters);
        this.computation = computation;
    }

    static Fact number(String name, String meaning, Computation computation, Parameter... parameters) {
        return new Fact(name, Gives.NUMBER, meaning, computation, parameters);
    }

    static Fact token(String name, String meaning, Computation computation, Parameter... parameters) {
        return new Fact(name, Gives.TOKEN, meaning, computation, parameters);
    }

    static Fact words(String name, String meaning, Computation computation, Parameter... parameters) {
        return new Fact(name, Gives.WORDS, meaning, computation, parameters);
    }

    /** @return its name in lesson files, such as {@code best_token} */
    public String name() {
        return name;
    }

    public Gives gives() {
        return gives;
    }

    /** @return what it is, in a few words that begin small */
    public String meaning() {
        return meaning;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** @return its name and what it is asked about: {@code token_at_level LEVEL [POS]} */
    public String usage() {
        return Stream.concat(Stream.of(name), parameters.stream().map(Parameter::written))
                .collect(Collectors.joining(" "));
    }

    /** @return with how many arguments at least */
    int fewest() {
        return (int)
                parameters.stream().filter(parameter -> !parameter.optional()).count();
    }

    FactValue compute(LiveFacts facts, List<FactValue> arguments) {
        return computation.of(facts, new Arguments(facts, this, arguments));
    }

    @Override
    public String toString() {
        return usage();
    }
}
