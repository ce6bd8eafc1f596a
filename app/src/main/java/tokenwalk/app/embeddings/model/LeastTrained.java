package tokenwalk.app.embeddings.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.EmbeddingTable;
import tokenwalk.runtime.transformer.EmbeddingTable.RankedRow;

/**
 * The rows that training moved least, found in three ways; Land &amp; Bartolo 2024, «Fishing for Magikarp».
 *
 * @param rows for each way the rows it finds, the surest first; none where a way does not apply to the model
 * @param medianNorm the length of the row in the middle, for comparison
 * @param centreNorm the length of the table's centre
 */
public record LeastTrained(Map<Way, List<RankedRow>> rows, double medianNorm, double centreNorm) {
    /** How least-trained rows are looked for. */
    public enum Way {
        /** Cosine with the special token that is most like the other special ones, for many of these are never used. */
        LIKE_UNUSED_SPECIALS("like idle specials"),
        CENTRE("near the centre"),
        NORM("shortest");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** So many rows of each way are kept. */
    public static final int KEPT = 100;

    /** Rows as alike as this were moved by nothing of their own. */
    private static final double ALIKE = 0.999;

    public LeastTrained {
        rows = Map.copyOf(rows);
    }

    public static LeastTrained of(LanguageModel model) {
        EmbeddingTable table = model.transformer().embedding();
        return new LeastTrained(
                Map.of(
                        Way.LIKE_UNUSED_SPECIALS,
                        likeSpecials(model.tokenizer().vocabulary().specials(), table),
                        Way.CENTRE,
                        table.nearestToCentre(KEPT),
                        Way.NORM,
                        table.shortest(KEPT)),
                table.medianNorm(),
                table.centre().norm());
    }

    private static List<RankedRow> likeSpecials(List<Token> specials, EmbeddingTable table) {
        List<Vector> rows =
                specials.stream().map(token -> table.row(token.id())).toList();
        return rows.stream()
                .max(Comparator.comparingDouble(row -> twins(row, rows)))
                .filter(row -> twins(row, rows) > 1)
                .map(row -> table.nearest(row, KEPT))
                .orElse(List.of());
    }

    /** How many rows point the same way as this one, itself among them. */
    private static long twins(Vector row, List<Vector> rows) {
        return rows.stream().filter(other -> row.cosine(other) > ALIKE).count();
    }

    public List<RankedRow> rows(Way way) {
        return rows.getOrDefault(way, List.of());
    }

    /** @return the ways that find something in this model, best first */
    public List<Way> ways() {
        return Stream.of(Way.values()).filter(way -> !rows(way).isEmpty()).toList();
    }

    /** @return how many rows can hardly be told from the first one */
    public long twins() {
        return rows(Way.LIKE_UNUSED_SPECIALS).stream()
                .filter(row -> row.measure() > ALIKE)
                .count();
    }

    /** @return ids of the rows of the first way that applies */
    public Set<Integer> ids() {
        return rows(ways().getFirst()).stream().map(RankedRow::id).collect(Collectors.toSet());
    }
}
