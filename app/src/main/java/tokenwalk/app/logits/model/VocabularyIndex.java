package tokenwalk.app.logits.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Vocabulary;

/**
 * A vocabulary made ready for searching and sorting, so that neither touches a token again. Immutable.
 *
 * <p>Lists of tokens are arrays of ids: a vocabulary sorts and filters in a millisecond.
 */
public final class VocabularyIndex {
    /** What the list is sorted by. */
    public enum Column {
        RANK,
        ID,
        TEXT,
        LOGIT,
        PROBABILITY
    }

    /** @param descending whether the largest comes first */
    public record Order(Column by, boolean descending) {
        public static final Order BEST_FIRST = new Order(Column.RANK, false);
    }

    private final List<String> texts;
    private final int[] byText;

    private VocabularyIndex(List<String> texts, int[] byText) {
        this.texts = texts;
        this.byText = byText;
    }

    /** Takes some tens of milliseconds for a large vocabulary. */
    public static VocabularyIndex of(Vocabulary vocabulary) {
        return of(vocabulary.tokens().stream().map(Token::text).toList());
    }

    /** @param tokenTexts by token id */
    static VocabularyIndex of(List<String> tokenTexts) {
        List<String> texts =
                tokenTexts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        int[] byText = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer id) -> texts.get(id).strip())
                        .thenComparing(texts::get)
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        return new VocabularyIndex(texts, byText);
    }

    public int size() {
        return texts.size();
    }

    /**
     * @param words part of a token's text, in any case; a number also finds the token of this id; empty finds all
     * @return ids of the tokens found, in order
     */
    public List<Integer> find(String words, Order order, RankedLogits logits) {
        String wanted = words.toLowerCase(Locale.ROOT);
        int size = texts.size();
        int[] found = new int[size];
        int count = 0;
        for (int place = 0; place < size; place++) {
            int id = at(order, place, logits);
            if (wanted.isEmpty()
                    || texts.get(id).contains(wanted)
                    || Integer.toString(id).equals(wanted)) {
                found[count++] = id;
            }
        }
        return new Ids(Arrays.copyOf(found, count));
    }

    private int at(Order order, int place, RankedLogits logits) {
        int last = texts.size() - 1;
        int fromFront = order.descending() ? last - place : place;
        return switch (order.by()) {
            case RANK -> logits.tokenId(fromFront);
            // The largest logit has the smallest rank.
            case LOGIT, PROBABILITY -> logits.tokenId(last - fromFront);
            case ID -> fromFront;
            case TEXT -> byText[fromFront];
        };
    }

    /** Boxes an id only when somebody looks at it. */
    private static final class Ids extends AbstractList<Integer> implements RandomAccess {
        private final int[] ids;

        Ids(int[] ids) {
            this.ids = ids;
        }

        @Override
        public Integer get(int index) {
            return ids[index];
        }

        @Override
        public int size() {
            return ids.length;
        }
    }
}
