package tokenwalk.app.drift.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a place for each label of a plot: beside its dot where there is room, else in a column beside the crowd, joined
 * to its dot by a leader. No two labels overlap and none leaves the plot.
 */
final class LabelLayout {
    private static final int CROWD = 3;

    private final Box plot;
    private final List<LabelRequest> requests;
    private final List<Box> dots;
    private final LabelSpacing spacing;
    private final List<List<Integer>> crowds = new ArrayList<>();
    private final List<Integer> singles = new ArrayList<>();

    private LabelLayout(Box plot, List<LabelRequest> requests, List<Box> dots, LabelSpacing spacing) {
        this.plot = plot;
        this.requests = requests;
        this.dots = dots;
        this.spacing = spacing;
    }

    /**
     * @param plot what no label leaves
     * @param requests the labels, their dots inside the plot
     * @param dots all dots, also those without a label: labels avoid them where they can
     * @return the labels that found a place, in no order
     */
    static List<Placement> place(Box plot, List<LabelRequest> requests, List<Box> dots, LabelSpacing spacing) {
        List<LabelRequest> all = List.copyOf(requests);
        return new LabelLayout(plot, all, List.copyOf(dots), spacing).place();
    }

    private List<Placement> place() {
        gatherCrowds();
        singles.sort(Comparator.comparingInt(label -> requests.get(label).rank()));
        // Each round that does not end it merges two groups, so it ends.
        while (true) {
            List<LabelColumn> columns = crowds.stream()
                    .map(crowd -> LabelColumn.of(plot, requests, crowd, spacing))
                    .toList();
            if (mergeClashing(columns) || takeInCovered(columns)) {
                continue;
            }
            List<Placement> placed = placeAll(columns);
            if (placed != null) {
                return placed;
            }
        }
    }

    private void gatherCrowds() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int label = 0; label < requests.size(); label++) {
            List<Integer> joined = new ArrayList<>(List.of(label));
            if (!requests.get(label).optional()) {
                for (List<Integer> group : List.copyOf(groups)) {
                    if (isNear(label, group)) {
                        joined.addAll(group);
                        groups.remove(group);
                    }
                }
            }
            groups.add(joined);
        }
        for (List<Integer> group : groups) {
            if (group.size() >= CROWD) {
                crowds.add(group);
            } else {
                singles.addAll(group);
            }
        }
    }

    private boolean isNear(int label, List<Integer> group) {
        LabelRequest request = requests.get(label);
        return group.stream()
                .map(requests::get)
                .anyMatch(other -> !other.optional() && request.distance(other) <= spacing.near());
    }

    private boolean mergeClashing(List<LabelColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                if (columns.get(i).clashesWith(columns.get(j))) {
                    crowds.get(i).addAll(crowds.remove(j));
                    return true;
                }
            }
        }
        return false;
    }

    /** A dot under a column, or so near to a row that the label seems to be its own, joins the column, which moves. */
    private boolean takeInCovered(List<LabelColumn> columns) {
        for (Integer label : List.copyOf(singles)) {
            for (int i = 0; i < columns.size(); i++) {
                Box dot = requests.get(label).dot().grown(spacing.gap());
                if (!requests.get(label).optional() && columns.get(i).covers(dot)) {
                    singles.remove(label);
                    crowds.get(i).add(label);
                    return true;
                }
            }
        }
        return false;
    }

    /** @return null where a label found no place beside its dot: it has then joined a column, or begun one */
    private @Nullable List<Placement> placeAll(List<LabelColumn> columns) {
        List<Placement> placed = new ArrayList<>();
        columns.forEach(column -> placed.addAll(column.rows()));
        for (Integer label : List.copyOf(singles)) {
            LabelRequest request = requests.get(label);
            boolean hidden = request.optional()
                    && placed.stream().anyMatch(other -> other.box().overlaps(request.dot()));
            Box box = hidden ? null : besideDot(request, placed, columns);
            if (box != null) {
                placed.add(new Placement(label, box, null));
            } else {
                singles.remove(label);
                if (!request.optional()) {
                    join(label);
                    return null;
                }
            }
        }
        return placed;
    }

    private @Nullable Box besideDot(LabelRequest request, List<Placement> placed, List<LabelColumn> columns) {
        for (Box box : candidates(request)) {
            // Two labels side by side need a space between them, or they read as one.
            Box room = new Box(box.x() - spacing.gap(), box.y(), box.width() + 2 * spacing.gap(), box.height());
            boolean free = plot.contains(box)
                    && dots.stream().noneMatch(box::overlaps)
                    && placed.stream().noneMatch(other -> other.box().overlaps(room))
                    && columns.stream().noneMatch(column -> column.leadsThrough(box));
            if (free) {
                return box;
            }
        }
        return null;
    }

    /** Right, left, above, below, then the corners: in the order in which the eye likes them. */
    private List<Box> candidates(LabelRequest dot) {
        double width = dot.width();
        double row = spacing.row();
        double right = dot.dot().right() + spacing.gap();
        double left = dot.dot().x() - spacing.gap() - width;
        double middle = dot.y() - row / 2;
        double above = dot.dot().y() - row - 1;
        double below = dot.dot().bottom() + 1;
        double centred = dot.x() - width / 2;
        double beside = 0.7 * dot.radius();
        return List.of(
                new Box(right, middle, width, row),
                new Box(left, middle, width, row),
                new Box(centred, above, width, row),
                new Box(centred, below, width, row),
                new Box(dot.x() + beside, above, width, row),
                new Box(dot.x() + beside, below, width, row),
                new Box(dot.x() - beside - width, above, width, row),
                new Box(dot.x() - beside - width, below, width, row));
    }

    private void join(int label) {
        LabelRequest request = requests.get(label);
        List<Integer> nearest = crowds.stream()
                .min(Comparator.comparingDouble(crowd -> distance(request, crowd)))
                .filter(crowd -> distance(request, crowd) <= 4 * spacing.near())
                .orElse(null);
        if (nearest == null) {
            crowds.add(new ArrayList<>(List.of(label)));
        } else {
            nearest.add(label);
        }
    }

    private double distance(LabelRequest request, List<Integer> crowd) {
        return crowd.stream()
                .mapToDouble(other -> requests.get(other).distance(request))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
