package tokenwalk.app.lens.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.session.Reading;

/** What the lens has read of a text so far: levels × positions. Immutable; a longer one shares the columns. */
public final class LensTable {
    private final Reading reading;
    private final @Nullable LensColumn[] columns;

    private LensTable(Reading reading, @Nullable LensColumn[] columns) {
        this.reading = reading;
        this.columns = columns;
    }

    static LensTable empty(Reading reading) {
        return new LensTable(reading, new LensColumn[reading.trace().length()]);
    }

    /** @return the columns of another text that begins like this one; what comes later changes nothing before it */
    LensTable movedTo(Reading other) {
        @Nullable LensColumn[] kept = new LensColumn[other.trace().length()];
        if (other.model() == reading.model()) {
            int most = Math.min(columns.length, kept.length);
            for (int i = 0;
                    i < most
                            && other.trace()
                                    .tokens()
                                    .get(i)
                                    .equals(reading.trace().tokens().get(i));
                    i++) {
                kept[i] = columns[i];
            }
        }
        return new LensTable(other, kept);
    }

    LensTable with(List<LensColumn> read) {
        @Nullable LensColumn[] next = columns.clone();
        read.forEach(column -> next[column.position()] = column);
        return new LensTable(reading, next);
    }

    public Reading reading() {
        return reading;
    }

    /** @return what was read at a position; none while it is still to come */
    public Optional<LensColumn> column(int position) {
        return Optional.ofNullable(columns[position]);
    }

    /** @return number of positions */
    public int length() {
        return columns.length;
    }

    /** @return number of positions that are read */
    public int done() {
        return (int) Arrays.stream(columns).filter(column -> column != null).count();
    }

    public boolean isComplete() {
        return done() == length();
    }
}
