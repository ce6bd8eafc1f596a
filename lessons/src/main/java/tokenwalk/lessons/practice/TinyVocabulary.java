package tokenwalk.lessons.practice;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.tensor.Vector;

/** A few words and their logits: a vocabulary that can be worked through by hand. */
public record TinyVocabulary(List<Word> words) {
    public static final int FEWEST = 2;
    public static final int MOST = 10;

    /** That of the six tasks. */
    public static final TinyVocabulary LAB = new TinyVocabulary(
            List.of(new Word("the", 4), new Word("a", 3), new Word("an", 2), new Word("and", 1), new Word("or", 0.5)));

    /** A word and its score. */
    public record Word(String text, double logit) {
        public static final double LOWEST = -20;
        public static final double HIGHEST = 20;

        public Word {
            if (!(logit >= LOWEST && logit <= HIGHEST)) {
                throw new IllegalArgumentException("A logit here lies between −20 and 20.");
            }
        }
    }

    public TinyVocabulary {
        words = List.copyOf(words);
        if (words.size() < FEWEST || words.size() > MOST) {
            throw new IllegalArgumentException("There are 2 to 10 words here.");
        }
    }

    public TinyVocabulary with(int index, Word word) {
        List<Word> changed = new ArrayList<>(words);
        changed.set(index, word);
        return new TinyVocabulary(changed);
    }

    public TinyVocabulary with(Word added) {
        List<Word> changed = new ArrayList<>(words);
        changed.add(added);
        return new TinyVocabulary(changed);
    }

    public TinyVocabulary without(int index) {
        List<Word> changed = new ArrayList<>(words);
        changed.remove(index);
        return new TinyVocabulary(changed);
    }

    /** @return the logits as the sampler takes them; a token's id is its word's index */
    public RankedLogits ranked() {
        float[] logits = new float[words.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) words.get(i).logit();
        }
        return RankedLogits.of(Vector.of(logits));
    }

    public Distribution distribution(SamplingPolicy policy) {
        return Distribution.of(ranked(), policy);
    }
}
