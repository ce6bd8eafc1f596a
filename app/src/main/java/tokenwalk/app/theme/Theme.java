package tokenwalk.app.theme;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/** A set of colours, one for each {@link Role}. Text meets WCAG AA on the grounds it stands on. */
public enum Theme {
    LIGHT("Light", 0.65, """
            WINDOW f6f8fa  CARD ffffff  TEXT 24292f  MUTED 57606a  LINE d0d7de  TRACK e9ecf1  PLOT f6f8fa
            ACCENT 0969da  ACCENT_SUBTLE ddf4ff  ACCENT_FILL 0969da  ON_FILL ffffff  BAR 218bff  LIST_BAR b6e3ff
            DECODING 9a6700  DECODING_SUBTLE fff8c5  DECODING_FILL 9a6700  LAST_TOKEN cf222e  ERROR cf222e
            QUERY 8250df  KEY bf3989  VALUE 1a7f37  ATTENTION 0b7285  MLP bc4c00
            POSITIVE b2182b  NEGATIVE 2166ac  POSITIVE_CHOICE b35806  NEGATIVE_CHOICE 542788
            """, """
            WINDOW ffffff  TEXT 000000  MUTED 3d444d  LINE 818b98
            """),
    DARK("Dark", 0.5, """
            WINDOW 010409  CARD 0d1117  TEXT e6edf3  MUTED 9da7b3  LINE 30363d  TRACK 21262d  PLOT 161b22
            ACCENT 58a6ff  ACCENT_SUBTLE 12233f  ACCENT_FILL 1f6feb  ON_FILL ffffff  BAR 388bfd  LIST_BAR 0c2d6b
            DECODING d29922  DECODING_SUBTLE 272110  DECODING_FILL 845306  LAST_TOKEN ff7b72  ERROR ff7b72
            QUERY a371f7  KEY f778ba  VALUE 3fb950  ATTENTION 39c5cf  MLP f0883e
            POSITIVE ff7b72  NEGATIVE 58a6ff  POSITIVE_CHOICE fdb863  NEGATIVE_CHOICE b2abd2
            """, """
            WINDOW 000000  CARD 000000  TEXT ffffff  MUTED c9d1d9  LINE 8b949e
            """);

    private final String label;
    private final double fullTint;
    private final Map<Role, Color> colors;
    private final Map<Role, Color> strongColors;

    /** @param strong what is different for a projector: black or white text, stronger lines */
    Theme(String label, double fullTint, String table, String strong) {
        this.label = label;
        this.fullTint = fullTint;
        this.colors = read(table);
        this.strongColors = read(strong);
        if (colors.size() != Role.values().length) {
            throw new IllegalStateException(label + " lacks a colour");
        }
    }

    private static Map<Role, Color> read(String table) {
        Map<Role, Color> colors = new EnumMap<>(Role.class);
        String[] words = table.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            colors.put(Role.valueOf(words[i]), Color.web(words[i + 1]));
        }
        return colors;
    }

    /** @return the word on screen */
    public String label() {
        return label;
    }

    public Color color(Role role) {
        Color color = colors.get(role);
        if (color == null) {
            throw new IllegalStateException("no colour for " + role);
        }
        return color;
    }

    /** @return the role's colour at high contrast, for a projector */
    public Color strongColor(Role role) {
        Color strong = strongColors.get(role);
        return strong == null ? color(role) : strong;
    }

    /** @return {@code role} so thin that text can stand on it: how a weight of 1 shades a chip */
    public Color tint(Role role) {
        return color(role).deriveColor(0, 1, 1, fullTint);
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
