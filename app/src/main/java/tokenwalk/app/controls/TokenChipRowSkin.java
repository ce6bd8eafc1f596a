package tokenwalk.app.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import tokenwalk.app.theme.Appearance;

/** Keeps as many chips as fit, and hands them on to other tokens while scrolling. */
final class TokenChipRowSkin extends SkinBase<TokenChipRow> {
    private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");
    /** Room for the focus ring around the chips. */
    private static final double RING = 4;

    private static final double CHIP_HEIGHT = 58;

    private final Appearance appearance;
    private final Pane strip = new Pane();
    private final Rectangle clip = new Rectangle();
    private final ScrollBar bar = new ScrollBar();
    private final List<TokenChip> chips = new ArrayList<>();
    private ChipWidths widths;
    private boolean revealSelected = true;

    TokenChipRowSkin(TokenChipRow row, Appearance appearance) {
        super(row);
        this.appearance = appearance;
        this.widths = new ChipWidths(row.getTokens(), appearance);
        strip.setManaged(false);
        strip.setClip(clip);
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        getChildren().addAll(strip, bar);
        registerChangeListener(row.tokensProperty(), change -> measure());
        registerChangeListener(row.shrinkingProperty(), change -> measure());
        registerChangeListener(appearance.textScaleProperty(), change -> measure());
        registerChangeListener(row.attentionProperty(), change -> row.requestLayout());
        registerChangeListener(row.selectedIndexProperty(), change -> reveal());
        registerChangeListener(row.widthProperty(), change -> {
            shrink();
            reveal();
            heightenLater();
        });
        registerChangeListener(bar.valueProperty(), change -> row.requestLayout());
        row.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    private void measure() {
        widths = new ChipWidths(getSkinnable().getTokens(), appearance);
        shrink();
        reveal();
    }

    /**
     * A scroll bar that comes or goes changes the row's height; its parents, which are being laid out when they tell the
     * width, hear of that only afterwards.
     */
    private void heightenLater() {
        if (bar.isVisible() != widths.total() > getSkinnable().getWidth()) {
            Platform.runLater(getSkinnable()::requestLayout);
        }
    }

    private void shrink() {
        if (getSkinnable().shrinkingProperty().get() && getSkinnable().getWidth() > 0) {
            widths.fitInto(getSkinnable().getWidth());
        }
        getSkinnable().pseudoClassStateChanged(CLOSE, widths.isClose());
    }

    private void reveal() {
        revealSelected = true;
        getSkinnable().requestLayout();
    }

    private void scroll(ScrollEvent event) {
        if (bar.isVisible()) {
            double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            bar.setValue(Math.clamp(bar.getValue() - delta, 0, bar.getMax()));
            event.consume();
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        double hidden = Math.max(0, widths.total() - width);
        layoutBar(x, y, width, height, hidden);
        if (revealSelected) {
            revealSelected = false;
            bar.setValue(offsetThatShows(getSkinnable().getSelectedIndex(), width, hidden));
        }
        double offset = Math.min(bar.getValue(), hidden);
        strip.resizeRelocate(x - RING, y, width + 2 * RING, height);
        clip.setWidth(width + 2 * RING);
        clip.setHeight(height);
        int first = widths.firstBeyond(offset - RING);
        int used = 0;
        for (int i = first; i < widths.count() && widths.left(i) < offset + width + RING; i++) {
            TokenChip chip = chip(used++);
            show(chip, i);
            chip.resizeRelocate(
                    snapPositionX(RING + widths.left(i) - offset),
                    RING,
                    snapSizeX(widths.width(i)),
                    chip.prefHeight(widths.width(i)));
        }
        for (int i = used; i < chips.size(); i++) {
            chips.get(i).setVisible(false);
        }
    }

    private void layoutBar(double x, double y, double width, double height, double hidden) {
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(widths.total() == 0 ? 1 : hidden * width / widths.total());
        double barHeight = bar.prefHeight(-1);
        bar.resizeRelocate(x, y + height - barHeight, width, barHeight);
    }

    private double offsetThatShows(int index, double width, double hidden) {
        double offset = Math.min(bar.getValue(), hidden);
        if (index < 0 || index >= widths.count()) {
            return offset;
        }
        double leftmost = Math.min(widths.right(index) - width, widths.left(index));
        return Math.clamp(Math.clamp(offset, leftmost, widths.left(index)), 0, hidden);
    }

    Optional<Node> shown(int index) {
        return chips.stream()
                .filter(Node::isVisible)
                .filter(chip -> chip.getContent().number() == index + 1)
                .findFirst()
                .map(Node.class::cast);
    }

    private TokenChip chip(int slot) {
        while (chips.size() <= slot) {
            TokenChip chip = new TokenChip(ChipContent.prompt(TokenLabel.text(""), -1, -1));
            chip.setFocusTraversable(false);
            chip.setManaged(false);
            chips.add(chip);
            strip.getChildren().add(chip);
            // Made during layout, after this frame's styles were applied, and measured at once.
            chip.applyCss();
        }
        return chips.get(slot);
    }

    private void show(TokenChip chip, int index) {
        TokenChipRow row = getSkinnable();
        Numbers attention = row.attentionProperty().get();
        chip.setContent(row.getTokens().get(index));
        chip.setAttention(attention == null || index >= attention.size() ? Double.NaN : attention.at(index));
        chip.setChosen(index == row.getSelectedIndex());
        chip.setOnAction(event -> {
            row.requestFocus();
            row.select(index);
        });
        chip.setVisible(true);
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + widths.total() + right;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance.px(96) + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        double known = width > 0 ? width : getSkinnable().getWidth();
        double scrollBar = known > 0 && known < widths.total() ? bar.prefHeight(-1) : 0;
        return top + appearance.px(CHIP_HEIGHT) + 2 * RING + scrollBar + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }
}
