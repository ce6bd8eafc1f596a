package tokenwalk.app.drift.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.Spot;

/**
 * The labels of one level and where they go. Found once a level; between two levels the eye sees the way from one to
 * the other.
 */
record LevelLabels(List<Item> items) {
    private static final double SAME_SPOT = 2.5;

    /** @param ghost whether it belongs to the last token's ghost and not to a dot */
    record Item(DotLabel label, Box box, @Nullable Leader leader, boolean ghost) {}

    LevelLabels {
        items = List.copyOf(items);
    }

    static LevelLabels of(Dots dots, int level, PlotGeometry geometry, LabelWriter writer, LabelSpacing spacing) {
        DriftPicture picture = dots.picture();
        List<DotLabel> labels = new ArrayList<>();
        List<LabelRequest> requests = new ArrayList<>();
        Box seen = geometry.plot().grown(1);
        Set<Integer> labelled = new HashSet<>();
        int rank = 0;
        for (int token : dots.byImportance()) {
            Spot spot = picture.spot(level, token);
            double x = geometry.x(spot);
            double y = geometry.y(spot);
            if (dots.hasLabel(token, level) && seen.contains(x, y) && !labelled.contains(token)) {
                List<Integer> here = sameHere(dots, level, geometry, token);
                labelled.addAll(here);
                DotLabel label = writer.write(picture, here, dots.emphasis(token), level, rank++);
                labels.add(label);
                requests.add(new LabelRequest(x, y, dots.radius(token), label.width(), label.rank(), false));
            }
        }
        int ghost = labels.size();
        int last = dots.last();
        Spot origin = picture.spot(0, last);
        if (dots.showsGhost(level, geometry)) {
            DotLabel label = writer.ghost(last, rank);
            labels.add(label);
            requests.add(new LabelRequest(
                    geometry.x(origin), geometry.y(origin), 7 * dots.unit(), label.width(), rank, true));
        }
        List<Box> obstacles = new ArrayList<>();
        for (int token = 0; token < picture.tokenCount(); token++) {
            Spot spot = picture.spot(level, token);
            obstacles.add(Box.around(geometry.x(spot), geometry.y(spot), dots.radius(token)));
        }
        obstacles.addAll(trail(dots, level, geometry));
        List<Item> items = new ArrayList<>();
        for (Placement placement : LabelLayout.place(geometry.plot().grown(-3), requests, obstacles, spacing)) {
            int index = placement.label();
            items.add(new Item(labels.get(index), placement.box(), placement.leader(), index == ghost));
        }
        return new LevelLabels(items);
    }

    /** The last token's trail as a row of small boxes: it is bold enough to make words unreadable. */
    private static List<Box> trail(Dots dots, int level, PlotGeometry geometry) {
        List<Box> boxes = new ArrayList<>();
        for (int from = Math.max(0, level - ScatterPainter.LAST_TRAIL); from < level; from++) {
            Spot start = dots.picture().spot(from, dots.last());
            Spot end = dots.picture().spot(from + 1, dots.last());
            double length = Math.hypot(geometry.x(end) - geometry.x(start), geometry.y(end) - geometry.y(start));
            int steps = (int) Math.min(100, 1 + length / 6);
            for (int step = 0; step < steps; step++) {
                Spot spot = start.towards(end, (double) step / steps);
                boxes.add(Box.around(geometry.x(spot), geometry.y(spot), 1.5));
            }
        }
        return boxes;
    }

    /** The tokens of the same text that cannot be told apart here, the given one first. */
    private static List<Integer> sameHere(Dots dots, int level, PlotGeometry geometry, int token) {
        DriftPicture picture = dots.picture();
        List<Integer> same = new ArrayList<>(List.of(token));
        Spot spot = picture.spot(level, token);
        for (int other : dots.byImportance()) {
            Spot there = picture.spot(level, other);
            if (other != token
                    && picture.tokens()
                            .get(other)
                            .text()
                            .equals(picture.tokens().get(token).text())
                    && Math.abs(geometry.x(there) - geometry.x(spot)) <= SAME_SPOT
                    && Math.abs(geometry.y(there) - geometry.y(spot)) <= SAME_SPOT) {
                same.add(other);
            }
        }
        return same;
    }
}
