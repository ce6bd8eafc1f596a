package tokenwalk.lessons.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;
import tokenwalk.runtime.model.BundledModelFile;

/** The program's own fonts, for one document; of each only the letters used are put into it. */
final class SheetFonts {
    private final BaseFont text;
    private final BaseFont strong;
    private final BaseFont mono;

    private SheetFonts(BaseFont text, BaseFont strong, BaseFont mono) {
        this.text = text;
        this.strong = strong;
        this.mono = mono;
    }

    /** @throws IOException if a font is not where the program is installed */
    static SheetFonts load() throws IOException {
        Path folder = Path.of(System.getProperty(BundledModelFile.HOME_PROPERTY, "."), "assets", "fonts");
        return new SheetFonts(
                font(folder.resolve("Inter-Regular.ttf")),
                font(folder.resolve("Inter-SemiBold.ttf")),
                font(folder.resolve("JetBrainsMonoNL-Regular.ttf")));
    }

    private static BaseFont font(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("A bundled font is missing: " + file);
        }
        BaseFont font = BaseFont.createFont(
                file.getFileName().toString(),
                BaseFont.IDENTITY_H,
                BaseFont.EMBEDDED,
                BaseFont.NOT_CACHED,
                Files.readAllBytes(file),
                null);
        font.setSubset(true);
        font.setSecureRandom(new Predictable());
        return font;
    }

    BaseFont text() {
        return text;
    }

    BaseFont strong() {
        return strong;
    }

    BaseFont mono() {
        return mono;
    }

    /** @return the font to write a character in: the one wished for, or one that has it; none if no font has it */
    Optional<BaseFont> having(int character, BaseFont wished) {
        return Stream.concat(Stream.of(wished), List.of(text, mono).stream())
                .filter(font -> font.charExists(character))
                .findFirst();
    }

    /** A subset's name begins with random letters, which nobody reads: the same sheet must be the same file. */
    private static final class Predictable extends SecureRandom {
        private static final long serialVersionUID = 1;
        private static final double STEP = 0.381966;

        private double last;

        @Override
        public double nextDouble() {
            last = (last + STEP) % 1;
            return last;
        }
    }
}
