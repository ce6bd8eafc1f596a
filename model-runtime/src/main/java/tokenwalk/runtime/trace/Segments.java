package tokenwalk.runtime.trace;

import java.util.List;
import java.util.stream.Stream;

/**
 * Segments of a text, each beginning where the one before ends.
 *
 * @param all at least one, in order
 */
record Segments<S extends Segment>(List<S> all) {
    Segments {
        all = List.copyOf(all);
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).firstPosition() != all.get(i - 1).end()) {
                throw new IllegalArgumentException(
                        "a gap at position " + all.get(i - 1).end());
            }
        }
    }

    /** @return the positions they hold */
    Window window() {
        return new Window(all.getFirst().firstPosition(), all.getLast().end());
    }

    /** @return these up to {@code position}, and others after them */
    @SuppressWarnings("unchecked")
    Segments<S> continued(int position, List<S> others) {
        Stream<S> kept = all.stream()
                .filter(segment -> segment.firstPosition() < position)
                .map(segment -> (S) segment.upTo(position));
        return new Segments<>(Stream.concat(kept, others.stream()).toList());
    }

    /** @throws IndexOutOfBoundsException if none holds the position */
    S holding(int position) {
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            S segment = all.get(middle);
            if (position < segment.firstPosition()) {
                high = middle - 1;
            } else if (position >= segment.end()) {
                low = middle + 1;
            } else {
                return segment;
            }
        }
        throw new IndexOutOfBoundsException("Token %d was not recorded; tokens %d to %d were."
                .formatted(position, window().from(), window().to() - 1));
    }
}
