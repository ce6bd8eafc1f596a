package tokenwalk.app.provenance;

import java.util.List;

/**
 * Where one number on screen comes from.
 *
 * @param what the number, in words
 * @param formula the formula and, line by line, what stands in it for this very number
 * @param source the runtime's method that computes it
 */
public record Provenance(String what, List<String> formula, SourceOf source) {
    /**
     * A method of the runtime.
     *
     * @param owner its class, such as {@code tokenwalk.runtime.transformer.SelfAttention}
     * @param method its name
     */
    public record SourceOf(String owner, String method) {}

    public Provenance {
        formula = List.copyOf(formula);
    }
}
