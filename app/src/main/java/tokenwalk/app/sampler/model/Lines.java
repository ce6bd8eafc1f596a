package tokenwalk.app.sampler.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import tokenwalk.app.sampler.model.Fold.Fate;
import tokenwalk.runtime.sampling.Distribution;

/** The lines of the sampler's table: the best tokens, then folds of all others. Made line by line when looked at. */
public final class Lines extends AbstractList<Line> implements RandomAccess {
    /** So many of the best tokens always have their own line. */
    public static final int LISTED = 15;

    private final int listed;
    private final List<Fold> folds = new ArrayList<>();
    private final Set<Fate> open;
    private final int size;

    /** @param open which folds show their tokens */
    public Lines(Distribution distribution, Set<Fate> open) {
        this.listed = Math.min(LISTED, distribution.size());
        this.open = Set.copyOf(open);
        int kept = Math.max(listed, distribution.kept());
        int insideTopK = Math.max(kept, distribution.keptByTopK());
        add(Fate.KEPT, listed, kept, distribution);
        add(Fate.CUT_BY_TOP_P, kept, insideTopK, distribution);
        add(Fate.CUT_BY_TOP_K, insideTopK, distribution.size(), distribution);
        this.size = listed + folds.stream().mapToInt(this::height).sum();
    }

    private void add(Fate fate, int from, int to, Distribution distribution) {
        if (from < to) {
            folds.add(Fold.of(fate, from, to, distribution));
        }
    }

    private int height(Fold fold) {
        return open.contains(fold.fate()) ? 1 + fold.count() : 1;
    }

    public List<Fold> folds() {
        return List.copyOf(folds);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Line get(int index) {
        int below = Objects.checkIndex(index, size) - listed;
        if (below < 0) {
            return new Line.OfToken(index);
        }
        for (Fold fold : folds) {
            if (below < height(fold)) {
                return below == 0
                        ? new Line.OfFold(fold, open.contains(fold.fate()))
                        : new Line.OfToken(fold.from() + below - 1);
            }
            below -= height(fold);
        }
        throw new IllegalStateException("no line " + index);
    }
}
