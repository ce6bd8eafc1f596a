package tokenwalk.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/**
 * Cards in lines: as many side by side as there is room for, counted in em so that larger text counts too. The cards of a
 * line are equally high; height that is over goes to the lines in proportion to what they want. Cards that are not managed
 * take no room.
 */
public final class CardFlow extends Region {
    /**
     * A card and the room it asks for.
     *
     * @param least width in em below which it moves to the next line
     * @param share of the width that is over in its line
     */
    public record Card(Region node, double least, double share) {}

    private record Line(List<Card> cards, double height) {}

    private static final double GAP = 8;

    private final Appearance appearance;
    private final List<Card> cards;

    public CardFlow(Appearance appearance, Card... cards) {
        this.appearance = appearance;
        this.cards = List.of(cards);
        this.cards.forEach(card -> getChildren().add(card.node()));
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    private List<Card> shown() {
        return cards.stream().filter(card -> card.node().isManaged()).toList();
    }

    private double least(Card card) {
        return card.least() * appearance.px(Appearance.BASE_FONT_SIZE);
    }

    private List<Line> lines(double width) {
        List<Line> lines = new ArrayList<>();
        List<Card> line = new ArrayList<>();
        double used = 0;
        for (Card card : shown()) {
            if (!line.isEmpty() && used + GAP + least(card) > width) {
                lines.add(line(line, width));
                line = new ArrayList<>();
                used = 0;
            }
            used += (line.isEmpty() ? 0 : GAP) + least(card);
            line.add(card);
        }
        if (!line.isEmpty()) {
            lines.add(line(line, width));
        }
        return lines;
    }

    private Line line(List<Card> line, double width) {
        double height = 0;
        for (Card card : line) {
            height = Math.max(height, card.node().prefHeight(widthOf(card, line, width)));
        }
        return new Line(List.copyOf(line), height);
    }

    private double widthOf(Card card, List<Card> line, double width) {
        double over = width
                - GAP * (line.size() - 1)
                - line.stream().mapToDouble(this::least).sum();
        double shares = line.stream().mapToDouble(Card::share).sum();
        return Math.floor(least(card) + over * card.share() / shares);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Line> lines = lines(width > 0 ? width : getWidth());
        return Math.ceil(lines.stream().mapToDouble(Line::height).sum() + GAP * (lines.size() - 1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        List<Card> shown = shown();
        return shown.stream().mapToDouble(this::least).sum() + GAP * Math.max(0, shown.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        List<Line> lines = lines(width);
        double wanted = lines.stream().mapToDouble(Line::height).sum();
        double stretch = wanted == 0 ? 1 : Math.max(1, (getHeight() - GAP * (lines.size() - 1)) / wanted);
        double y = 0;
        for (Line line : lines) {
            double height = Math.floor(line.height() * stretch);
            double x = 0;
            for (Card card : line.cards()) {
                boolean last = card == line.cards().getLast();
                double own = last ? width - x : widthOf(card, line.cards(), width);
                card.node().resizeRelocate(x, y, own, height);
                x += own + GAP;
            }
            y += height + GAP;
        }
    }
}
