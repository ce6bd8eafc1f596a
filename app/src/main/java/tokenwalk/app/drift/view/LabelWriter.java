package tokenwalk.app.drift.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

/** Writes the labels: token, its number where its text occurs again, and the norm of giants. */
final class LabelWriter {
    private static final int LONGEST = 14;
    private static final int MOST_NUMBERS = 4;

    private final Font text;
    private final Font strong;
    private final Font small;
    private final Font smallStrong;
    private final Text ruler = new Text();

    LabelWriter(Appearance appearance) {
        text = inter(FontWeight.NORMAL, appearance.px(14));
        strong = inter(FontWeight.BOLD, appearance.px(16));
        small = inter(FontWeight.NORMAL, appearance.px(12));
        smallStrong = inter(FontWeight.BOLD, appearance.px(13));
    }

    /** Bold stands for the bundled semi-bold cut: fonts are looked up by the four classic styles only. */
    private static Font inter(FontWeight weight, double size) {
        return Font.font("Inter", weight, size);
    }

    Font small() {
        return small;
    }

    /**
     * @param tokens the most important first; all of the same text
     * @param emphasis how the first of them is drawn
     * @param level whose norm the badge names
     */
    DotLabel write(DriftPicture picture, List<Integer> tokens, Emphasis emphasis, int level, int rank) {
        int first = tokens.getFirst();
        String token = picture.tokens().get(first).text();
        int spaces = token.length() - token.stripLeading().length();
        Line line = new Line();
        Font font = emphasis == Emphasis.NONE ? text : strong;
        Role color = switch (emphasis) {
            case LAST -> Role.LAST_TOKEN;
            case CHOSEN -> Role.ACCENT;
            case NONE -> Role.TEXT;
        };
        if (spaces > 0) {
            line.add(signs(token.substring(0, spaces)), font, Role.MUTED);
        }
        line.add(shortened(token.substring(spaces)), font, color);
        long same = picture.tokens().stream()
                .filter(other -> other.text().equals(token))
                .count();
        if (same > 1) {
            line.space(3);
            line.add(numbers(picture, tokens), emphasis == Emphasis.NONE ? small : smallStrong, Role.MUTED);
        }
        if (picture.isGiant(level, first)) {
            line.space(6);
            line.add("norm ×" + Math.round(picture.normRatio(level, first)), small, Role.DECODING);
        }
        return new DotLabel(tokens, line.runs, line.end, rank);
    }

    /** @return the words at the last token's ghost */
    DotLabel ghost(int token, int rank) {
        Line line = new Line();
        line.add("level 0", small, Role.LAST_TOKEN);
        return new DotLabel(List.of(token), line.runs, line.end, rank);
    }

    double width(String words, Font font) {
        ruler.setText(words);
        ruler.setFont(font);
        return ruler.getLayoutBounds().getWidth();
    }

    /** @return white space made visible */
    static String signs(String token) {
        return token.replace(' ', '␣')
                .replace("\r\n", "↵")
                .replace('\n', '↵')
                .replace('\r', '↵')
                .replace('\t', '⇥');
    }

    private static String shortened(String token) {
        String shown = token.replace("\n", "↵").replace("\t", "⇥");
        return shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static String numbers(DriftPicture picture, List<Integer> tokens) {
        String shown = tokens.stream()
                .sorted()
                .limit(MOST_NUMBERS)
                .map(token -> String.format(
                        Locale.ROOT, "%d", picture.tokens().get(token).number()))
                .collect(Collectors.joining(" · "));
        return tokens.size() > MOST_NUMBERS ? shown + " …" : shown;
    }

    /** How much a token stands out. */
    enum Emphasis {
        NONE,
        CHOSEN,
        LAST
    }

    private final class Line {
        private final List<DotLabel.Run> runs = new ArrayList<>();
        private double end;

        void add(String words, Font font, Role color) {
            if (!words.isEmpty()) {
                runs.add(new DotLabel.Run(words, font, color, end));
                end += width(words, font);
            }
        }

        void space(double pixels) {
            end += pixels;
        }
    }
}
