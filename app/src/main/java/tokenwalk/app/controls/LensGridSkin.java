package tokenwalk.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import tokenwalk.app.theme.Appearance;

/** Canvas for the cells and the curve; below it the tokens as chips; scroll bars where something does not fit. */
final class LensGridSkin extends CanvasSkin<LensGrid> {
    private static final double LEVELS = 32;
    private static final double ROW = 18;
    private static final double TALLEST_ROW = 26;
    private static final double COLUMN = 64;
    private static final double WIDEST_COLUMN = 150;
    private static final double CURVE = 116;
    private static final double GAP = 26;
    private static final double CHIPS = 30;
    private static final double BAR = 10;
    private static final double LEAST_ROWS = 12;

    private final Pane chips = new Pane();
    private final Rectangle chipsSeen = new Rectangle();
    private final List<TokenChip> chipNodes = new ArrayList<>();
    private final Label in = new Label("in");
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Tooltip tooltip = new Tooltip();
    private final EventHandler<MouseEvent> mouse = this::mouse;
    private final EventHandler<ScrollEvent> wheel = this::wheel;
    private LensGeometry geometry = LensGeometry.NONE;
    private boolean toEnd = true;
    private boolean toChosen = true;

    LensGridSkin(LensGrid grid, Appearance appearance) {
        super(grid, appearance);
        down.setOrientation(Orientation.VERTICAL);
        in.getStyleClass().add("note");
        tooltip.getStyleClass().add("lens-tooltip");
        chips.setClip(chipsSeen);
        getChildren().addAll(chips, in, across, down);
        registerChangeListener(grid.tokensProperty(), change -> {
            toEnd = true;
            toChosen = true;
            grid.requestLayout();
        });
        registerChangeListener(grid.positionProperty(), change -> moveToChosen());
        registerChangeListener(grid.levelProperty(), change -> moveToChosen());
        registerChangeListener(grid.widthProperty(), change -> moveToChosen());
        registerChangeListener(grid.heightProperty(), change -> moveToChosen());
        registerChangeListener(appearance.textScaleProperty(), change -> moveToChosen());
        redrawOn(grid.lastLevelProperty());
        redrawOn(grid.cellsProperty());
        redrawOn(grid.ranksProperty());
        redrawOn(grid.rankCaptionProperty());
        redrawOn(grid.worstRankProperty());
        redrawOn(grid.focusVisibleProperty());
        redrawOn(across.valueProperty());
        redrawOn(down.valueProperty());
        grid.addEventHandler(MouseEvent.ANY, mouse);
        grid.addEventHandler(ScrollEvent.SCROLL, wheel);
    }

    @Override
    public void dispose() {
        LensGrid grid = getSkinnable();
        if (grid != null) {
            tooltip.hide();
            grid.removeEventHandler(MouseEvent.ANY, mouse);
            grid.removeEventHandler(ScrollEvent.SCROLL, wheel);
        }
        super.dispose();
    }

    private void moveToChosen() {
        toChosen = true;
        getSkinnable().requestLayout();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        geometry = measured(width, height);
        scrollToWhatCounts();
        chips(x, y);
        super.layoutChildren(x, y, width, height);
    }

    private LensGeometry measured(double width, double height) {
        LensGrid grid = getSkinnable();
        int columns = grid.tokensProperty().get().size();
        int rows = grid.lastLevelProperty().get() + 1;
        double left = snap(appearance().px(LEVELS));
        double curve = snap(appearance().px(CURVE));
        double seen = Math.max(1, width - left - curve - appearance().px(GAP + 8));
        double columnWidth = Math.clamp(
                Math.floor(seen / Math.max(1, columns)),
                appearance().px(COLUMN),
                appearance().px(WIDEST_COLUMN));
        boolean wide = columns * columnWidth > seen;
        double below = appearance().px(CHIPS) + (wide ? appearance().px(BAR) : 0);
        double rowsSeen = Math.max(1, height - below);
        double rowHeight = Math.clamp(
                Math.floor(rowsSeen / rows), appearance().px(ROW), appearance().px(TALLEST_ROW));
        double cellsSeen = Math.min(seen, columns * columnWidth);
        return new LensGeometry(
                rows - 1,
                columns,
                left,
                cellsSeen,
                Math.min(rowsSeen, rows * rowHeight),
                rowHeight,
                columnWidth,
                Math.clamp(across.getValue(), 0, Math.max(0, columns * columnWidth - cellsSeen)),
                Math.clamp(down.getValue(), 0, Math.max(0, rows * rowHeight - rowsSeen)),
                left + cellsSeen + appearance().px(GAP),
                curve);
    }

    /** A new text begins at its end, where the next token is made; a cell that is chosen comes into view. */
    private void scrollToWhatCounts() {
        double x = toEnd ? geometry.mostX() : geometry.scrollX();
        double y = geometry.scrollY();
        if (toChosen) {
            LensGrid grid = getSkinnable();
            double left = grid.positionProperty().get() * geometry.columnWidth();
            x = Math.clamp(x, left + geometry.columnWidth() - geometry.width(), left);
            double top = (geometry.lastLevel() - grid.levelProperty().get()) * geometry.rowHeight();
            y = Math.clamp(y, Math.min(top, top + geometry.rowHeight() - geometry.height()), top);
        }
        toEnd = false;
        toChosen = false;
        bar(across, x, geometry.mostX(), geometry.width());
        bar(down, y, geometry.mostY(), geometry.height());
        geometry = new LensGeometry(
                geometry.lastLevel(),
                geometry.columns(),
                geometry.left(),
                geometry.width(),
                geometry.height(),
                geometry.rowHeight(),
                geometry.columnWidth(),
                across.getValue(),
                down.getValue(),
                geometry.curveLeft(),
                geometry.curveWidth());
    }

    private static void bar(ScrollBar bar, double value, double most, double seen) {
        bar.setVisible(most > 0.5);
        bar.setMax(Math.max(most, 1e-3));
        bar.setVisibleAmount(bar.getMax() * seen / (seen + most));
        bar.setUnitIncrement(seen / 10);
        bar.setBlockIncrement(seen);
        bar.setValue(Math.clamp(value, 0, most));
    }

    private void chips(double x, double y) {
        List<ChipContent> tokens = getSkinnable().tokensProperty().get();
        double top = y + geometry.height() + appearance().px(3);
        double chipHeight = snap(appearance().px(27));
        chips.resizeRelocate(x, top, getSkinnable().getWidth(), chipHeight);
        chipsSeen.setX(geometry.left() - 1);
        chipsSeen.setY(-4);
        chipsSeen.setWidth(geometry.width() + 3);
        chipsSeen.setHeight(chipHeight + 8);
        in.autosize();
        in.relocate(x + geometry.left() - appearance().px(10) - in.getWidth(), top + (chipHeight - in.getHeight()) / 2);
        in.setVisible(geometry.columns() > 0);
        int first = geometry.firstSeen();
        int count = Math.max(0, geometry.lastSeen() - first + 1);
        while (chipNodes.size() < count) {
            chipNodes.add(newChip());
        }
        for (int i = 0; i < chipNodes.size(); i++) {
            TokenChip chip = chipNodes.get(i);
            chip.setVisible(i < count);
            if (i < count) {
                int position = first + i;
                chip.setContent(tokens.get(position));
                chip.setChosen(position == getSkinnable().positionProperty().get());
                chip.setOnAction(_ -> getSkinnable().positionProperty().set(position));
                chip.resizeRelocate(geometry.columnLeft(position) + 1, 0, geometry.columnWidth() - 3, chipHeight);
            }
        }
        double bar = appearance().px(BAR);
        across.resizeRelocate(x + geometry.left(), top + chipHeight + 2, geometry.width(), bar);
        down.resizeRelocate(x + geometry.right() + 4, y, bar, geometry.height());
    }

    private TokenChip newChip() {
        TokenChip chip = new TokenChip(ChipContent.prompt(TokenLabel.text(""), -1, -1));
        chip.setFocusTraversable(false);
        chip.setManaged(false);
        chips.getChildren().add(chip);
        return chip;
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        LensGrid grid = getSkinnable();
        if (geometry.columns() == 0) {
            return;
        }
        int worst = grid.worstRankProperty().get();
        int level = grid.levelProperty().get();
        LensPainter painter = new LensPainter(g, appearance(), geometry);
        g.save();
        g.beginPath();
        g.rect(0, 0, width, geometry.height() + 1);
        g.clip();
        painter.levels(level);
        painter.curveGround(worst);
        g.save();
        g.beginPath();
        g.rect(geometry.left(), 0, geometry.width(), geometry.height());
        g.clip();
        painter.cells(grid.cellsProperty().get());
        g.restore();
        painter.chosen(level, grid.positionProperty().get());
        Numbers ranks = grid.ranksProperty().get();
        if (ranks.size() > 0) {
            painter.curve(ranks, worst, level);
        }
        g.restore();
        painter.rankAxis(worst, grid.rankCaptionProperty().get(), geometry.height());
    }

    private void mouse(MouseEvent event) {
        int level = geometry.levelAt(event.getY());
        int position = geometry.positionAt(event.getX());
        if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            tooltip.hide();
        } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
            tell(level, position, event);
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            getSkinnable().requestFocus();
            if (level >= 0) {
                getSkinnable().levelProperty().set(level);
                if (position >= 0) {
                    getSkinnable().positionProperty().set(position);
                }
            }
        }
    }

    private void tell(int level, int position, MouseEvent event) {
        LensGrid grid = getSkinnable();
        boolean known =
                level >= 0 && position >= 0 && grid.cellsProperty().get().at(level, position) != null;
        if (!known) {
            tooltip.hide();
            return;
        }
        tooltip.setText(grid.descriptionProperty().get().of(level, position));
        tooltip.show(grid, event.getScreenX() + 18, event.getScreenY() + 12);
    }

    private void wheel(ScrollEvent event) {
        tooltip.hide();
        boolean sideways = event.isShiftDown() || geometry.mostY() <= 0;
        ScrollBar bar = sideways ? across : down;
        double by = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() - by, 0, bar.getMax()));
            event.consume();
        }
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(LEVELS + 12 * COLUMN + GAP + CURVE) + right;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(LEVELS + 2 * COLUMN + GAP + CURVE) + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        int rows = getSkinnable().lastLevelProperty().get() + 1;
        return top + appearance().px(rows * ROW + CHIPS) + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance().px(LEAST_ROWS * ROW + CHIPS) + bottom;
    }

    @Override
    protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }
}
