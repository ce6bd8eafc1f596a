package tokenwalk.runtime.sampling;

import java.util.Arrays;
import java.util.Objects;
import tokenwalk.runtime.tensor.Vector;

/**
 * The logits of a whole vocabulary by falling value: rank 0 is the best token; of equal logits the lower id comes first.
 * Sorted once, since no policy changes the order. Immutable.
 */
public final class RankedLogits {
    private final int[] tokenByRank;
    private final int[] rankByToken;
    private final float[] logitByRank;

    private RankedLogits(int[] tokenByRank, int[] rankByToken, float[] logitByRank) {
        this.tokenByRank = tokenByRank;
        this.rankByToken = rankByToken;
        this.logitByRank = logitByRank;
    }

    /**
     * Ranks the logits of one position.
     *
     * @param logits [vocabulary] by token id; negative infinity excludes a token
     * @throws IllegalArgumentException if there are none, one is not a number or positive infinity, or all are excluded
     */
    public static RankedLogits of(Vector logits) {
        int size = logits.size();
        long[] keys = new long[size];
        for (int token = 0; token < size; token++) {
            keys[token] = (long) descending(checked(logits.at(token), token)) << Integer.SIZE | token;
        }
        Arrays.sort(keys);
        int[] tokenByRank = new int[size];
        int[] rankByToken = new int[size];
        float[] logitByRank = new float[size];
        for (int rank = 0; rank < size; rank++) {
            int token = (int) keys[rank];
            tokenByRank[rank] = token;
            rankByToken[token] = rank;
            logitByRank[rank] = logits.at(token);
        }
        if (size == 0 || logitByRank[0] == Float.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("There is no logit to choose a token by.");
        }
        return new RankedLogits(tokenByRank, rankByToken, logitByRank);
    }

    private static float checked(float logit, int token) {
        if (Float.isNaN(logit) || logit == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("The logit of token " + token + " is " + logit + ".");
        }
        return logit;
    }

    /** @return an integer that is the smaller the larger the number is; adding zero makes −0 and 0 equal */
    private static int descending(float number) {
        int bits = Float.floatToIntBits(number + 0f);
        return ~(bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE));
    }

    /** @return how many tokens there are: the vocabulary's size */
    public int size() {
        return tokenByRank.length;
    }

    /** @return the id of the token at a rank; throws {@link IndexOutOfBoundsException} outside the vocabulary */
    public int tokenId(int rank) {
        return tokenByRank[Objects.checkIndex(rank, size())];
    }

    /** @return the model's own logit of the token at a rank, untouched by any policy */
    public float logit(int rank) {
        return logitByRank[Objects.checkIndex(rank, size())];
    }

    /** @return the rank of a token; throws {@link IndexOutOfBoundsException} for an id outside the vocabulary */
    public int rank(int tokenId) {
        return rankByToken[Objects.checkIndex(tokenId, size())];
    }
}
