package tokenwalk.app.attention.view;

import tokenwalk.app.theme.Appearance;

/** How many panels of the walkthrough stand beside each other. Room is counted in em, so that larger text counts too. */
public enum Columns {
    ONE,
    TWO,
    THREE;

    private static final double THREE_FROM = 86;
    private static final double TWO_FROM = 56;
    /** A screen beside the lessons is rounded to whole pixels, which must not cost a column. */
    private static final double ROUNDING = 1;

    /** @return how many have room in a screen of this width; a class sees less at once, and larger */
    public static Columns in(double width, Appearance appearance) {
        double em = (width + ROUNDING) / appearance.px(Appearance.BASE_FONT_SIZE);
        if (em >= THREE_FROM && !appearance.presentingProperty().get()) {
            return THREE;
        }
        return em >= TWO_FROM ? TWO : ONE;
    }
}
