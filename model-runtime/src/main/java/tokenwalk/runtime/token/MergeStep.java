package tokenwalk.runtime.token;

/**
 * A merge made while a word was tokenized.
 *
 * @param at where the left neighbour begins, counted in the single-byte tokens the word started from
 */
public record MergeStep(Merge merge, int at) {
    public MergeStep {
        if (at < 0) {
            throw new IllegalArgumentException("A merge cannot begin before the word: " + at);
        }
    }
}
