package tokenwalk.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.text.Font;

/** The two families that come with the program, each in a regular and a semi-bold cut (which is named Bold). */
public final class BundledFonts {
    public static final String TEXT = "Inter";
    /** For tokens and numbers; NL has no ligatures, so that {@code <|im_end|>} keeps its signs. */
    public static final String MONO = "JetBrains Mono NL";

    private static final double BASE_SIZE = Appearance.BASE_FONT_SIZE;
    private static final List<String> FILES = List.of(
            "Inter-Regular.ttf", "Inter-SemiBold.ttf", "JetBrainsMonoNL-Regular.ttf", "JetBrainsMonoNL-SemiBold.ttf");

    private BundledFonts() {}

    /** Makes both families known to JavaFX, which keeps fonts for the whole program; does nothing when it has them. */
    static void load() {
        if (isKnown(TEXT) && isKnown(MONO)) {
            return;
        }
        Path folder = Path.of(System.getProperty("tokenwalk.home", "."), "assets", "fonts");
        for (String file : FILES) {
            Path path = folder.resolve(file);
            try (InputStream in = Files.newInputStream(path)) {
                if (Font.loadFont(in, BASE_SIZE) == null) {
                    throw new IOException("not a font: " + path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("A bundled font is missing: " + path, e);
            }
        }
    }

    /** Not {@link Font#getFamilies()}, which leaves out fonts that were loaded after it was first asked. */
    private static boolean isKnown(String family) {
        return Font.font(family, BASE_SIZE).getFamily().equals(family);
    }
}
