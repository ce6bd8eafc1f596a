package tokenwalk.app.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import tokenwalk.app.lesson.view.ProseView;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.prose.Block;
import tokenwalk.lessons.prose.Prose;

/**
 * Prose in a place of fixed height: as large as it fits, but never smaller than the back row can read. What does not fit
 * then comes page by page, each of as many whole paragraphs as there is room for.
 */
final class PagedProse extends Region {
    /** In pixels where the window is 1920 wide, which is 24 for an em. */
    private static final double[] SIZES = {40, 36, 32, 28};

    private static final double EM = 24;
    /** Between paragraphs, and what two pages of one long paragraph share, in em of the prose. */
    private static final double GAP = 0.4;

    private static final double SHARED = 1.4;

    /** The blocks of a page, and how much of the first is above it. */
    private record Page(int from, int to, double above) {}

    private final Appearance appearance;
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper(this, "page", 0);
    private final ReadOnlyIntegerWrapper pageCount = new ReadOnlyIntegerWrapper(this, "pageCount", 1);
    private final Rectangle clip = new Rectangle();
    private List<Region> blocks = List.of();
    private List<Page> pages = List.of(new Page(0, 0, 0));
    private double fittedWidth = -1;
    private double fittedHeight = -1;
    private double fittedEm = -1;
    private double proseEm = EM;

    PagedProse(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("presenter-prose");
        setClip(clip);
        page.subscribe(this::requestLayout);
    }

    ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty pageCountProperty() {
        return pageCount.getReadOnlyProperty();
    }

    void show(Prose prose) {
        blocks = prose.blocks().stream().map(PagedProse::node).toList();
        blocks.forEach(block -> block.setManaged(false));
        getChildren().setAll(blocks);
        pages = List.of(new Page(0, blocks.size(), 0));
        pageCount.set(1);
        page.set(0);
        fittedWidth = -1;
        requestLayout();
    }

    private static Region node(Block block) {
        ProseView node = new ProseView(_ -> Optional.empty(), _ -> {});
        node.show(new Prose(List.of(block)));
        return node;
    }

    /** @return whether there was a page further on, or before */
    boolean turn(int by) {
        int to = page.get() + by;
        if (to < 0 || to >= pages.size()) {
            return false;
        }
        page.set(to);
        return true;
    }

    @Override
    protected void layoutChildren() {
        double em = appearance.px(Appearance.BASE_FONT_SIZE);
        if (fittedWidth != getWidth() || fittedHeight != getHeight() || fittedEm != em) {
            fittedWidth = getWidth();
            fittedHeight = getHeight();
            fittedEm = em;
            fit(em);
        }
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        Page open = pages.get(Math.min(page.get(), pages.size() - 1));
        double y = -open.above();
        for (int i = 0; i < blocks.size(); i++) {
            Region block = blocks.get(i);
            block.setVisible(i >= open.from() && i < open.to());
            if (block.isVisible()) {
                double height = snapSizeY(block.prefHeight(getWidth()));
                block.resizeRelocate(0, snapPositionY(y), getWidth(), height);
                y += height + gap();
            }
        }
    }

    private double gap() {
        return GAP * proseEm;
    }

    private void fit(double em) {
        double total = 0;
        for (double size : SIZES) {
            proseEm = size / EM * em;
            String style = String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", proseEm);
            blocks.forEach(block -> block.setStyle(style));
            applyCss();
            total = gap() * Math.max(0, blocks.size() - 1);
            for (Region block : blocks) {
                total += snapSizeY(block.prefHeight(getWidth()));
            }
            if (total <= getHeight()) {
                break;
            }
        }
        pages = total <= getHeight() ? List.of(new Page(0, blocks.size(), 0)) : split();
        pageCount.set(pages.size());
        page.set(Math.min(page.get(), pages.size() - 1));
    }

    private List<Page> split() {
        List<Page> split = new ArrayList<>();
        int from = 0;
        double used = 0;
        for (int i = 0; i < blocks.size(); i++) {
            double height = blocks.get(i).prefHeight(getWidth());
            if (i > from && used + gap() + height > getHeight()) {
                split.add(new Page(from, i, 0));
                from = i;
                used = 0;
            }
            if (i == from && height > getHeight()) {
                double step = Math.max(1, getHeight() - SHARED * proseEm);
                double above = 0;
                for (; above + getHeight() < height; above += step) {
                    split.add(new Page(i, i + 1, above));
                }
                split.add(new Page(i, i + 1, height - getHeight()));
                from = i + 1;
                used = 0;
            } else {
                used += (i == from ? 0 : gap()) + height;
            }
        }
        if (from < blocks.size()) {
            split.add(new Page(from, blocks.size(), 0));
        }
        return split;
    }
}
