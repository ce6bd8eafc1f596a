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
    private static final double CAPTION_SIZE = 12;
    private static final double SMALLEST = 48;
    private static final double WIDEST = 320;
    private static final double PADDING = 9;
    private static final double GAP = 8;

    private final Text measure = new Text();
    private final Font token;
    private final Font sign;
    private final Font caption;
    private final Appearance appearance;
    private final double[] lefts;

    ChipWidths(List<ChipContent> chips, Appearance appearance) {
        this.appearance = appearance;
        // Bold, since the chosen chip is: CJK signs of system fonts are wider then.
        this.token = Font.font(BundledFonts.MONO, FontWeight.BOLD, appearance.px(TOKEN_SIZE));
        this.sign = Font.font(BundledFonts.TEXT, FontWeight.BOLD, appearance.px(TOKEN_SIZE));
        this.caption = Font.font(BundledFonts.MONO, FontWeight.BOLD, appearance.px(CAPTION_SIZE));
        this.lefts = new double[chips.size() + 1];
        for (int i = 0; i < chips.size(); i++) {
            lefts[i + 1] = lefts[i] + Math.ceil(width(chips.get(i)) + appearance.px(GAP));
        }
    }

    private double width(ChipContent chip) {
        double width = 2 * appearance.px(PADDING) + 2;
        for (TokenLabel.Run run : chip.token().runs()) {
            width += measure(run.text(), run.sign() ? sign : token);
        }
        double below = measure(chip.number() + " 100%", caption);
        return Math.clamp(Math.max(width, below), appearance.px(SMALLEST), appearance.px(WIDEST));
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
        return lefts[index + 1] - lefts[index] - appearance.px(GAP);
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
