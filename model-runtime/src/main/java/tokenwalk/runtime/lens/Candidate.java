package tokenwalk.runtime.lens;

/**
 * A possible next token.
 *
 * @param rank 1 for the best
 * @param probability softmax over the whole vocabulary, at temperature 1
 */
public record Candidate(int id, int rank, double probability) {
    public Candidate {
        if (id < 0 || rank < 1 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("no candidate: " + id + ", " + rank + ", " + probability);
        }
    }
}
