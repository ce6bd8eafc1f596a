package tokenwalk.app.contributions;

import java.util.List;
import tokenwalk.app.session.Reading;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Contributions;
import tokenwalk.runtime.transformer.FrozenUnembedding;

/**
 * What each block adds to one token of a text.
 *
 * @param unembedding with the final norm held at this token's factor
 * @param logits the scores of the token after it, computed the ordinary way, [vocabulary]
 * @param best the best of these, best first
 */
public record TokenParts(
        Reading reading,
        Contributions contributions,
        FrozenUnembedding unembedding,
        Vector logits,
        List<Candidate> best) {
    public TokenParts {
        best = List.copyOf(best);
    }

    public int position() {
        return contributions.position();
    }
}
