package tokenwalk.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/**
 * Dresses a scene: AtlantaFX below, the colours and the text size of an {@link Appearance} above it, the program's own
 * rules on top. Follows the appearance for as long as the scene lives.
 */
public final class Stylesheets {
    /** AtlantaFX's names for our colours, so that its controls wear them too. */
    private static final Map<Role, List<String>> ATLANTA_NAMES = new EnumMap<>(Map.of(
            Role.WINDOW, List.of("bg-inset"),
            Role.CARD, List.of("bg-default", "bg-overlay"),
            Role.TEXT, List.of("fg-default"),
            Role.MUTED, List.of("fg-muted"),
            Role.LINE, List.of("border-default", "border-muted"),
            Role.ACCENT, List.of("accent-fg"),
            Role.ACCENT_SUBTLE, List.of("accent-subtle"),
            Role.ACCENT_FILL, List.of("accent-emphasis"),
            Role.BAR, List.of("accent-4"),
            Role.ERROR, List.of("danger-fg")));

    private static final Pattern TEXT_SIZE = Pattern.compile("-fx-font-size:\\s*([0-9.]+)em;?");
    private static final Pattern RULE = Pattern.compile("\\{[^}]*}");
    private static final Pattern EM = Pattern.compile("([0-9.]+)em\\b");
    private static final double HALO = 0.3;

    /** Lengths in it are in em; see {@link #inPixels}. */
    private static final String SHEET = text("tokenwalk.css");

    /** What is different while presenting. */
    private static final String PRESENTING_SHEET = text("presenting.css");

    private final Scene scene;
    private final Appearance appearance;
    private final List<String> own = new ArrayList<>();
    private final InvalidationListener refresh = change -> apply();

    private Stylesheets(Scene scene, Appearance appearance) {
        this.scene = scene;
        this.appearance = appearance;
        WeakInvalidationListener weak = new WeakInvalidationListener(refresh);
        appearance.themeProperty().addListener(weak);
        appearance.textScaleProperty().addListener(weak);
        appearance.colorBlindProperty().addListener(weak);
        appearance.presentingProperty().addListener(weak);
    }

    /** Dresses {@code scene} now and whenever theme or text size change. */
    public static void install(Scene scene, Appearance appearance) {
        BundledFonts.load();
        Stylesheets stylesheets = new Stylesheets(scene, appearance);
        scene.getProperties().put(Stylesheets.class, stylesheets);
        stylesheets.apply();
    }

    private void apply() {
        Theme theme = appearance.theme();
        // Pop-ups are styled once before they inherit from the scene: by the program's stylesheet, or by none that
        // fits.
        Application.setUserAgentStylesheet(atlanta(theme));
        scene.setUserAgentStylesheet(atlanta(theme));
        List<String> all = new ArrayList<>(scene.getStylesheets());
        all.removeAll(own);
        own.clear();
        double em = appearance.px(Appearance.BASE_FONT_SIZE);
        own.add(dataUri(colors(".root", theme, appearance::color) + type(em)));
        own.add(dataUri(signs(appearance)));
        own.add(dataUri(inPixels(SHEET, em)));
        if (appearance.presentingProperty().get()) {
            own.add(dataUri(colors(".presenter-band", Theme.DARK, Theme.DARK::strongColor)));
            own.add(dataUri(inPixels(PRESENTING_SHEET, em)));
        }
        all.addAll(0, own);
        scene.getStylesheets().setAll(all);
    }

    private static String atlanta(Theme theme) {
        String path = switch (theme) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
        return resource(PrimerLight.class, path);
    }

    private static String resource(Class<?> owner, String path) {
        URL url = Objects.requireNonNull(owner.getResource(path), path);
        return url.toExternalForm();
    }

    /**
     * JavaFX 26 works lengths in em out once and keeps them when the root's text size changes (TextSizeTest), so they are
     * given to it in pixels: em of the text size that stands in the same rule, else of the root's.
     */
    static String inPixels(String css, double root) {
        return RULE.matcher(css).replaceAll(rule -> {
            Matcher own = TEXT_SIZE.matcher(rule.group());
            double factor = own.find() ? Double.parseDouble(own.group(1)) : 1;
            String sized = own.replaceAll(fontSize(root * factor));
            return EM.matcher(sized)
                    .replaceAll(length ->
                            String.format(Locale.ROOT, "%.2fpx", Double.parseDouble(length.group(1)) * root * factor));
        });
    }

    private static String fontSize(double pixels) {
        return String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", pixels);
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(Stylesheets.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param selector of what is dressed so, with all that is in it
     * @return the stylesheet that gives every role its colour
     */
    static String colors(String selector, Theme theme, Function<Role, Color> colors) {
        StringBuilder css = new StringBuilder(selector).append(" {\n");
        for (Role role : Role.values()) {
            Color color = colors.apply(role);
            declare(css, role.variable(), color);
            for (String name : ATLANTA_NAMES.getOrDefault(role, List.of())) {
                declare(css, "-color-" + name, color);
            }
        }
        declare(css, "-tw-attention-tint", theme.tint(Role.ATTENTION));
        declare(css, "-tw-halo", colors.apply(Role.ACCENT).deriveColor(0, 1, 1, HALO));
        declare(css, "-tw-decoding-halo", colors.apply(Role.DECODING).deriveColor(0, 1, 1, HALO));
        return css.append("}\n").toString();
    }

    /** @return the stylesheet that gives the root its text size and family */
    private static String type(double fontSize) {
        return ".root {\n  " + fontSize(fontSize) + "\n  -fx-font-family: \"" + BundledFonts.TEXT + "\";\n}\n";
    }

    /** @return the colours of signed numbers as chosen: they stand over the theme's own */
    private static String signs(Appearance appearance) {
        StringBuilder css = new StringBuilder(".root {\n");
        declare(css, Role.POSITIVE.variable(), appearance.positive());
        declare(css, Role.NEGATIVE.variable(), appearance.negative());
        return css.append("}\n").toString();
    }

    private static void declare(StringBuilder css, String name, Color color) {
        css.append("  ").append(name).append(": ").append(web(color)).append(";\n");
    }

    private static String web(Color color) {
        return String.format(
                "#%02x%02x%02x%02x",
                channel(color.getRed()),
                channel(color.getGreen()),
                channel(color.getBlue()),
                channel(color.getOpacity()));
    }

    private static int channel(double share) {
        return (int) Math.round(share * 255);
    }

    private static String dataUri(String css) {
        byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=UTF-8;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
