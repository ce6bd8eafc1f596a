package tokenwalk.app.drift.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The labels of a crowd of dots, one below the other beside it, in order of height. */
record LabelColumn(List<Integer> members, List<Placement> rows) {
    /** Dots of nearly the same height may swap rows where their leaders would cross otherwise. */
    private static final double SAME_HEIGHT = 14;

    LabelColumn {
        members = List.copyOf(members);
        rows = List.copyOf(rows);
    }

    /**
     * Sets up the column at the right of its dots, or at their left where there is no room. Rows stand as near to their
     * dots' heights as they can without overlapping; the least important ones are left out where the plot is too low.
     */
    static LabelColumn of(Box plot, List<LabelRequest> requests, List<Integer> members, LabelSpacing spacing) {
        List<Integer> kept = new ArrayList<>(members);
        kept.sort(Comparator.comparingInt(label -> requests.get(label).rank()));
        int room = (int) (plot.height() / spacing.row());
        kept.subList(Math.min(kept.size(), room), kept.size()).clear();
        kept.sort(Comparator.comparingDouble(label -> requests.get(label).y()));
        double width = most(kept, label -> requests.get(label).width());
        double rightEdge = most(kept, label -> requests.get(label).dot().right());
        double leftEdge = -most(kept, label -> -requests.get(label).dot().x());
        boolean right = rightEdge + spacing.reach() + width <= plot.right()
                || rightEdge + width <= plot.right()
                || leftEdge - spacing.reach() - width < plot.x();
        double start = right
                ? Math.max(plot.x(), Math.min(rightEdge + spacing.reach(), plot.right() - width))
                : leftEdge - spacing.reach();
        double[] heights = heights(plot, requests, kept, spacing.row());
        untangle(requests, kept, heights, start, right, spacing);
        List<Placement> rows = new ArrayList<>();
        for (int row = 0; row < kept.size(); row++) {
            LabelRequest request = requests.get(kept.get(row));
            double x = right ? start : start - request.width();
            Box box = new Box(x, heights[row] - spacing.row() / 2, request.width(), spacing.row());
            rows.add(new Placement(kept.get(row), box, leader(request, heights[row], start, right, spacing)));
        }
        return new LabelColumn(members, rows);
    }

    private static double most(List<Integer> labels, ToDoubleFunction<Integer> of) {
        return labels.stream().mapToDouble(of).max().orElse(0);
    }

    private static Leader leader(LabelRequest dot, double y, double start, boolean right, LabelSpacing spacing) {
        double away = right ? -1 : 1;
        return new Leader(dot.x(), dot.y(), start + away * spacing.elbow(), start + away * spacing.gap() / 2, y);
    }

    /**
     * The heights nearest to the dots' own that keep rows apart: isotonic regression by pooling neighbours that
     * violate the order (Ayer et al. 1955), then held inside the plot.
     */
    private static double[] heights(Box plot, List<LabelRequest> requests, List<Integer> kept, double row) {
        List<double[]> pools = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            double[] pool = {requests.get(kept.get(i)).y() - i * row, 1};
            while (!pools.isEmpty() && pools.getLast()[0] >= pool[0]) {
                double[] above = pools.removeLast();
                double count = above[1] + pool[1];
                pool = new double[] {(above[0] * above[1] + pool[0] * pool[1]) / count, count};
            }
            pools.add(pool);
        }
        double top = plot.y() + row / 2;
        double bottom = plot.bottom() - row / 2 - (kept.size() - 1) * row;
        double[] heights = new double[kept.size()];
        int i = 0;
        for (double[] pool : pools) {
            for (int member = 0; member < pool[1]; member++, i++) {
                heights[i] = Math.clamp(pool[0], top, Math.max(top, bottom)) + i * row;
            }
        }
        return heights;
    }

    private static void untangle(
            List<LabelRequest> requests,
            List<Integer> kept,
            double[] heights,
            double start,
            boolean right,
            LabelSpacing spacing) {
        for (int pass = 0; pass < kept.size(); pass++) {
            for (int row = 0; row + 1 < kept.size(); row++) {
                LabelRequest upper = requests.get(kept.get(row));
                LabelRequest lower = requests.get(kept.get(row + 1));
                if (Math.abs(upper.y() - lower.y()) < SAME_HEIGHT
                        && leader(upper, heights[row], start, right, spacing)
                                .crosses(leader(lower, heights[row + 1], start, right, spacing))) {
                    Collections.swap(kept, row, row + 1);
                }
            }
        }
    }

    /** @return whether the two columns are in each other's way */
    boolean clashesWith(LabelColumn other) {
        return rows.stream().anyMatch(other::isInTheWayOf)
                || other.rows.stream().anyMatch(this::isInTheWayOf);
    }

    private boolean isInTheWayOf(Placement row) {
        return rows.stream().anyMatch(mine -> mine.box().overlaps(row.box())) || isCrossedBy(row);
    }

    private boolean isCrossedBy(Placement row) {
        Leader leader = row.leader();
        return leader != null && rows.stream().anyMatch(mine -> leader.crosses(mine.box()));
    }

    /** @return whether a label or a leader of the column runs through the box */
    boolean covers(Box box) {
        return rows.stream().anyMatch(row -> row.box().overlaps(box));
    }

    boolean leadsThrough(Box box) {
        for (Placement row : rows) {
            Leader leader = row.leader();
            if (leader != null && leader.crosses(box)) {
                return true;
            }
        }
        return false;
    }
}
