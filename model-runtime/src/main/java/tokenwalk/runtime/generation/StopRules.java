package tokenwalk.runtime.generation;

import java.util.List;
import java.util.Set;

/**
 * When generation ends.
 *
 * @param endOfText ids of the tokens that end a text
 * @param stopStrings texts that end it, of which any is enough; one may spread over several tokens
 * @param maximum of new tokens; 0 generates nothing
 * @param contextLength how many tokens the model can hold, prompt included
 */
public record StopRules(Set<Integer> endOfText, List<String> stopStrings, int maximum, int contextLength) {

    /** @throws IllegalArgumentException with one sentence for the user: what is wrong and what would be right */
    public StopRules {
        endOfText = Set.copyOf(endOfText);
        stopStrings = List.copyOf(stopStrings);
        if (stopStrings.contains("")) {
            throw new IllegalArgumentException("A stop string is empty; leave it out or give at least one character.");
        }
        if (maximum < 0) {
            throw new IllegalArgumentException("The maximum of new tokens is " + maximum + "; it must be 0 or more.");
        }
        if (contextLength < 1) {
            throw new IllegalArgumentException("The context length is " + contextLength + "; it must be 1 or more.");
        }
    }
}
