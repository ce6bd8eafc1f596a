package tokenwalk.app.drift.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels as they are seen between two levels: those of both glide, the others fade.
 *
 * @param items what is drawn, in no order
 */
record LabelBlend(List<Item> items) {
    /**
     * @param opacity of the label
     * @param leaderOpacity of its leader
     */
    record Item(DotLabel label, Box box, @Nullable Leader leader, double opacity, double leaderOpacity, boolean ghost) {
        Item paler(double part) {
            return new Item(label, box, leader, opacity * part, leaderOpacity * part, ghost);
        }
    }

    LabelBlend {
        items = List.copyOf(items);
    }

    /** @param part 0 is below, 1 is above */
    static LabelBlend between(LevelLabels below, LevelLabels above, double part) {
        List<Item> items = new ArrayList<>();
        for (LevelLabels.Item low : below.items()) {
            LevelLabels.Item high = find(above, low);
            items.add(high == null ? faded(low, 1 - part) : glided(low, high, part));
        }
        for (LevelLabels.Item high : above.items()) {
            if (find(below, high) == null) {
                items.add(faded(high, part));
            }
        }
        return new LabelBlend(steppedAside(items));
    }

    /** Labels that pass each other on the way: the less important one pales meanwhile, so that one can be read. */
    private static List<Item> steppedAside(List<Item> items) {
        List<Item> inOrder = new ArrayList<>(items);
        inOrder.sort(Comparator.comparingInt(item -> item.label().rank()));
        List<Item> seen = new ArrayList<>();
        for (Item item : inOrder) {
            double free = 1;
            for (Item other : seen) {
                if (other.box().overlaps(item.box())) {
                    double apart = Math.abs(other.box().y() - item.box().y());
                    free = Math.min(
                            free, 1 - other.opacity() * (1 - apart / item.box().height()));
                }
            }
            seen.add(item.paler(free * free));
        }
        return seen;
    }

    private static LevelLabels.@Nullable Item find(LevelLabels labels, LevelLabels.Item wanted) {
        for (LevelLabels.Item item : labels.items()) {
            if (item.ghost() == wanted.ghost()
                    && item.label().token() == wanted.label().token()) {
                return item;
            }
        }
        return null;
    }

    private static Item faded(LevelLabels.Item item, double opacity) {
        return new Item(item.label(), item.box(), item.leader(), opacity, opacity, item.ghost());
    }

    private static Item glided(LevelLabels.Item low, LevelLabels.Item high, double part) {
        DotLabel label = part < 0.5 ? low.label() : high.label();
        Box box = low.box().towards(high.box(), part);
        Leader from = low.leader();
        Leader to = high.leader();
        if (from != null && to != null) {
            return new Item(label, box, from.towards(to, part), 1, 1, low.ghost());
        }
        return from != null
                ? new Item(label, box, from, 1, 1 - part, low.ghost())
                : new Item(label, box, to, 1, part, low.ghost());
    }
}
