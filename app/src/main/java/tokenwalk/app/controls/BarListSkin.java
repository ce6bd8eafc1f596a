package tokenwalk.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.input.MouseEvent;
import tokenwalk.app.theme.Appearance;

final class BarListSkin extends SkinBase<BarList> {
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
    private static final double LOWEST_ROW = 19;
    private static final double HIGHEST_ROW = 32;
    private static final double PREFERRED_ROW = 26;

    private final Appearance appearance;
    private final List<BarRowNode> nodes = new ArrayList<>();
    private final Label expected = heading("expected");
    private final Label draws = heading("");

    BarListSkin(BarList list, Appearance appearance) {
        super(list);
        this.appearance = appearance;
        for (int i = 0; i < list.capacity(); i++) {
            nodes.add(row(list, i));
        }
        getChildren().addAll(nodes);
        if (list.kind() == BarList.Kind.CANDIDATES) {
            draws.textProperty().bind(list.drawsHeadingProperty());
            draws.setManaged(false);
            expected.setManaged(false);
            getChildren().addAll(expected, draws);
        }
        registerChangeListener(list.rowsProperty(), change -> write(true));
        registerChangeListener(list.loadingProperty(), change -> write(false));
        registerChangeListener(list.hoveredProperty(), change -> link());
        registerChangeListener(list.visibleRowsProperty(), change -> write(false));
        registerChangeListener(list.drawsShownProperty(), change -> showDraws());
        registerChangeListener(appearance.textScaleProperty(), change -> list.requestLayout());
        write(false);
        link();
    }

    private BarRowNode row(BarList list, int index) {
        BarRowNode node = switch (list.kind()) {
            case CANDIDATES -> new CandidateRow(appearance);
            case RANKS -> new RankRow(appearance, index + 1);
        };
        node.setManaged(false);
        node.addEventHandler(
                MouseEvent.MOUSE_ENTERED,
                event -> list.hoveredProperty().set(index < list.getRows().size() ? index : BarList.NONE));
        node.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> list.hoveredProperty().set(BarList.NONE));
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (index < list.getRows().size()) {
                list.fireEvent(new BarPicked(list.getRows().get(index)));
            }
        });
        return node;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("bar-heading");
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private void write(boolean animated) {
        List<BarRow> rows = getSkinnable().getRows();
        double largest = rows.stream()
                .filter(row -> !row.cut())
                .mapToDouble(BarRow::share)
                .max()
                .orElse(0);
        boolean found = false;
        for (int i = 0; i < nodes.size(); i++) {
            if (i >= visible()) {
                nodes.get(i).empty(false);
            } else if (i < rows.size()) {
                BarRow row = rows.get(i);
                boolean best = !found && !row.cut() && row.share() == largest;
                found |= best;
                nodes.get(i).show(row, best, animated);
            } else {
                nodes.get(i).empty(getSkinnable().loadingProperty().get());
            }
        }
    }

    private void showDraws() {
        nodes.forEach(
                node -> node.setDrawsShown(getSkinnable().drawsShownProperty().get()));
        getSkinnable().requestLayout();
    }

    private void link() {
        int hovered = getSkinnable().hoveredProperty().get();
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).pseudoClassStateChanged(LINKED, i == hovered);
        }
    }

    private int visible() {
        return Math.min(nodes.size(), getSkinnable().visibleRowsProperty().get());
    }

    private boolean hasHeading() {
        return getSkinnable().kind() == BarList.Kind.CANDIDATES
                && getSkinnable().drawsShownProperty().get();
    }

    private double headingHeight() {
        return hasHeading() ? Math.ceil(draws.prefHeight(-1)) : 0;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        double heading = headingHeight();
        double rowHeight =
                Math.clamp((height - heading) / visible(), appearance.px(LOWEST_ROW), appearance.px(HIGHEST_ROW));
        expected.setVisible(hasHeading());
        draws.setVisible(hasHeading());
        if (hasHeading()) {
            double right = x + width;
            double drawn = appearance.px(CandidateRow.DRAWN);
            double draw = Math.max(drawn, draws.prefWidth(-1));
            draws.resizeRelocate(right - draw, y, draw, heading);
            double expectedRight = right - drawn;
            expected.resizeRelocate(
                    expectedRight - appearance.px(CandidateRow.PERCENT),
                    y,
                    appearance.px(CandidateRow.PERCENT),
                    heading);
        }
        for (int i = 0; i < nodes.size(); i++) {
            double top = snapPositionY(y + heading + i * rowHeight);
            double bottom = snapPositionY(y + heading + (i + 1) * rowHeight);
            nodes.get(i).resizeRelocate(x, top, width, bottom - top);
        }
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + headingHeight() + visible() * appearance.px(PREFERRED_ROW) + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + headingHeight() + visible() * appearance.px(LOWEST_ROW) + bottom;
    }

    @Override
    protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance.px(getSkinnable().kind() == BarList.Kind.CANDIDATES ? 438 : 198) + right;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance.px(getSkinnable().kind() == BarList.Kind.CANDIDATES ? 280 : 160) + right;
    }

    @Override
    protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }
}
