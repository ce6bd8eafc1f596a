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
    /** Beyond so many tokens only the important ones have labels. */
    static final int ALL_LABELLED = 40;

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
            boolean wanted = picture.tokenCount() <= ALL_LABELLED || dots.isImportant(token, level);
            if (wanted && seen.contains(x, y) && !labelled.contains(token)) {
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
            requests.add(new LabelRequest(geometry.x(origin), geometry.y(origin), 7, label.width(), rank, true));
        }
        List<Box> obstacles = new ArrayList<>();
        for (int token = 0; token < picture.tokenCount(); token++) {
            Spot spot = picture.spot(level, token);
            obstacles.add(Box.around(geometry.x(spot), geometry.y(spot), dots.radius(token)));
        }
        List<Item> items = new ArrayList<>();
        for (Placement placement : LabelLayout.place(geometry.plot().grown(-3), requests, obstacles, spacing)) {
            int index = placement.label();
            items.add(new Item(labels.get(index), placement.box(), placement.leader(), index == ghost));
        }
        return new LevelLabels(items);
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
