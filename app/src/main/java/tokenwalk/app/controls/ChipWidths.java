package tokenwalk.app.controls;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.BundledFonts;

/** Where each chip of a line stands, found by measuring its text, without making a chip. */
final class ChipWidths {
    private static final double TOKEN_SIZE = 16;
    /** 32 px where the window is 1920 wide. */
    private static final double PRESENTED_TOKEN_SIZE = 18.667;

    private static final double CAPTION_SIZE = 12;
    private static final double SMALLEST = 48;
    private static final double WIDEST = 320;

    /** How closely chips stand. */
    private enum Spacing {
        WIDE(8, 9),
        CLOSE(4, 7),
        CLOSEST(3, 4);

        final double gap;
        final double padding;

        Spacing(double gap, double padding) {
            this.gap = gap;
            this.padding = padding;
        }
    }

    private final Text measure = new Text();
    private final Font token;
    private final Font sign;
    private final Font caption;
    private final Appearance appearance;
    private final double[] words;
    private final double[] captions;
    private final double[] lefts;
    private Spacing spacing = Spacing.WIDE;

    ChipWidths(List<ChipContent> chips, Appearance appearance) {
        this.appearance = appearance;
        double size = appearance.px(appearance.presentingProperty().get() ? PRESENTED_TOKEN_SIZE : TOKEN_SIZE);
        // Bold, since the chosen chip is: CJK signs of system fonts are wider then.
        this.token = Font.font(BundledFonts.MONO, FontWeight.BOLD, size);
        this.sign = Font.font(BundledFonts.TEXT, FontWeight.BOLD, size);
        this.caption = Font.font(BundledFonts.MONO, FontWeight.BOLD, appearance.px(CAPTION_SIZE));
        this.words = chips.stream().mapToDouble(this::words).toArray();
        this.captions = chips.stream()
                .mapToDouble(chip -> measure(chip.number() + " 100%", caption))
                .toArray();
        this.lefts = new double[chips.size() + 1];
        place(Spacing.WIDE);
    }

    private double words(ChipContent chip) {
        return chip.token().runs().stream()
                .mapToDouble(run -> measure(run.text(), run.sign() ? sign : token))
                .sum();
    }

    private void place(Spacing now) {
        spacing = now;
        for (int i = 0; i < count(); i++) {
            double width = Math.max(words[i] + 2 * appearance.px(now.padding) + 2, captions[i]);
            double kept = Math.clamp(width, appearance.px(SMALLEST), appearance.px(WIDEST));
            lefts[i + 1] = lefts[i] + Math.ceil(kept + appearance.px(now.gap));
        }
    }

    /** Lets the chips stand no closer than they must to be all seen. */
    void fitInto(double room) {
        for (Spacing each : Spacing.values()) {
            place(each);
            if (total() <= room) {
                return;
            }
        }
    }

    /** @return whether the chips are narrower than they would like to be */
    boolean isClose() {
        return spacing != Spacing.WIDE;
    }

    private double measure(String text, Font font) {
        measure.setFont(font);
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    double left(int index) {
        return lefts[index];
    }

    double width(int index) {
        return lefts[index + 1] - lefts[index] - appearance.px(spacing.gap);
    }

    double right(int index) {
        return left(index) + width(index);
    }

    int count() {
        return lefts.length - 1;
    }

    double total() {
        return count() == 0 ? 0 : right(count() - 1);
    }

    /** @return the first chip that reaches beyond {@code x} */
    int firstBeyond(double x) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (right(middle) <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
