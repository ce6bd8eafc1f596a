package tokenwalk.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Byte-pair encoding of single words (Sennrich et al. 2016, over bytes as in GPT-2): of all neighbours with a rule, those
 * of the lowest rank are merged, the leftmost first, until no rule fits.
 */
final class BytePairs {
    private final List<Optional<Token>> byteTokens;
    private final Map<Long, Merge> mergesByPair;

    /**
     * @param byteTokens [256] the token of each single byte, where the vocabulary has one
     * @param merges the rules by rank, no pair twice
     */
    BytePairs(List<Optional<Token>> byteTokens, List<Merge> merges) {
        this.byteTokens = List.copyOf(byteTokens);
        this.mergesByPair = HashMap.newHashMap(merges.size());
        for (Merge merge : merges) {
            mergesByPair.put(pair(merge.left(), merge.right()), merge);
        }
    }

    /** @return whether the vocabulary has a token for each byte of the text */
    boolean canSpell(String text) {
        for (byte value : text.getBytes(UTF_8)) {
            if (byteTokens.get(Byte.toUnsignedInt(value)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** @return the tokens of a word's single bytes; bytes the vocabulary does not have are left out */
    List<Token> spell(String word) {
        byte[] bytes = word.getBytes(UTF_8);
        List<Token> tokens = new ArrayList<>(bytes.length);
        for (byte value : bytes) {
            byteTokens.get(Byte.toUnsignedInt(value)).ifPresent(tokens::add);
        }
        return tokens;
    }

    /**
     * Merges a word's tokens.
     *
     * @param made hears of every merge, in order
     */
    List<Token> merge(List<Token> start, Consumer<MergeStep> made) {
        return new Word(start).merge(made);
    }

    private @Nullable Merge ruleFor(Token left, Token right) {
        return mergesByPair.get(pair(left, right));
    }

    private static long pair(Token left, Token right) {
        return (long) left.id() << Integer.SIZE | right.id();
    }

    /**
     * A word while it is merged: a linked list over the places of its bytes, and a queue of possible merges, lowest rank
     * and then leftmost first. A merge leaves outdated entries in the queue; they are recognised when they come up. For n
     * bytes that is O(n log n), however long the word.
     */
    private final class Word {
        private final @Nullable Token[] tokens;
        private final int[] next;
        private final int[] previous;
        private final PriorityQueue<Long> possible = new PriorityQueue<>();

        Word(List<Token> start) {
            tokens = start.toArray(Token[]::new);
            next = new int[tokens.length];
            previous = new int[tokens.length];
            for (int at = 0; at < tokens.length; at++) {
                next[at] = at + 1;
                previous[at] = at - 1;
            }
        }

        List<Token> merge(Consumer<MergeStep> made) {
            for (int at = 0; at < tokens.length; at++) {
                enqueue(at);
            }
            while (!possible.isEmpty()) {
                long entry = possible.remove();
                int at = (int) entry;
                Merge merge = mergeAt(at);
                if (merge != null && merge.rank() == (int) (entry >> Integer.SIZE)) {
                    apply(merge, at);
                    made.accept(new MergeStep(merge, at));
                }
            }
            return remaining();
        }

        private void apply(Merge merge, int at) {
            int gone = next[at];
            tokens[at] = merge.result();
            tokens[gone] = null;
            next[at] = next[gone];
            if (next[at] < tokens.length) {
                previous[next[at]] = at;
            }
            enqueue(at);
            enqueue(previous[at]);
        }

        private void enqueue(int at) {
            Merge merge = mergeAt(at);
            if (merge != null) {
                possible.add((long) merge.rank() << Integer.SIZE | at);
            }
        }

        /** @return the rule for the token at this place and its right neighbour, null where there is none */
        private @Nullable Merge mergeAt(int at) {
            if (at < 0 || next[at] >= tokens.length) {
                return null;
            }
            Token left = tokens[at];
            Token right = tokens[next[at]];
            return left == null || right == null ? null : ruleFor(left, right);
        }

        private List<Token> remaining() {
            List<Token> remaining = new ArrayList<>();
            for (Token token : tokens) {
                if (token != null) {
                    remaining.add(token);
                }
            }
            return remaining;
        }
    }
}
