package tokenwalk.app.theme;

import java.util.Locale;

/** What a colour means. Each theme gives every role a colour; stylesheets see them as {@code -tw-…}. */
public enum Role {
    WINDOW,
    CARD,
    TEXT,
    MUTED,
    LINE,
    /** The ground that bars, plots and loading blocks stand on. */
    TRACK,
    PLOT,
    /** The model, what is chosen, what is best, dots. */
    ACCENT,
    ACCENT_SUBTLE,
    ACCENT_FILL,
    /** Text on {@link #ACCENT_FILL}. */
    ON_FILL,
    BAR,
    /** Bars of the highlighted token's list. */
    LIST_BAR,
    /** Decoding, and what was drawn by chance. */
    DECODING,
    DECODING_SUBTLE,
    DECODING_FILL,
    LAST_TOKEN,
    ERROR,
    QUERY,
    KEY,
    VALUE,
    ATTENTION,
    MLP,
    POSITIVE,
    NEGATIVE,
    /** The colour-blind choice for {@link #POSITIVE} and {@link #NEGATIVE}. */
    POSITIVE_CHOICE,
    NEGATIVE_CHOICE;

    /** @return the name by which stylesheets look this colour up, {@code -tw-accent-fill} */
    public String variable() {
        return "-tw-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
