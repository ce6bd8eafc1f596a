package tokenwalk.lessons.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tokenwalk.runtime.weights.WholeFile;

/** A PDF as a reader of the file finds it. */
final class ReadBack {
    private final byte[] bytes;
    private final PdfReader reader;

    private ReadBack(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.reader = new PdfReader(bytes);
    }

    /** Also leaves the file in {@code lessons/target/sheets}, to be looked at. */
    static ReadBack of(String name, WholeFile.Contents contents) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            contents.writeTo(out);
            Path folder = Files.createDirectories(Path.of("target", "sheets"));
            Files.write(folder.resolve(name + ".pdf"), out.toByteArray());
            return new ReadBack(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int pages() {
        return reader.getNumberOfPages();
    }

    Rectangle size(int page) {
        return reader.getPageSize(page);
    }

    /** @return the words of a page in the order in which they are written, spaces and lines made one space */
    String text(int page) {
        try {
            return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("[\\s\\u00a0]+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        StringBuilder all = new StringBuilder();
        IntStream.rangeClosed(1, pages()).forEach(page -> all.append(text(page)).append(' '));
        return all.toString();
    }

    /** @return where words are on a page, in the order in which they are written */
    List<TextPlaces.Place> places(int page) {
        try {
            return TextPlaces.of(reader, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the only place of words that are written at once */
    TextPlaces.Place place(int page, String words) {
        List<TextPlaces.Place> all = places(page).stream()
                .filter(place -> place.text().equals(words))
                .toList();
        if (all.size() != 1) {
            throw new AssertionError("«%s» is %d times on page %d".formatted(words, all.size(), page));
        }
        return all.getFirst();
    }

    /** @return names of the fonts on all pages; throws if one is not in the file */
    List<String> embeddedFonts() {
        List<String> names = new ArrayList<>();
        for (int page = 1; page <= pages(); page++) {
            PdfDictionary fonts =
                    reader.getPageN(page).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
            for (PdfName key : fonts.getKeys()) {
                PdfDictionary font = fonts.getAsDict(key);
                PdfDictionary letters = font.getAsArray(PdfName.DESCENDANTFONTS).getAsDict(0);
                if (letters.getAsDict(PdfName.FONTDESCRIPTOR).get(PdfName.FONTFILE2) == null) {
                    throw new AssertionError(font.get(PdfName.BASEFONT) + " is not in the file");
                }
                names.add(font.get(PdfName.BASEFONT).toString());
            }
        }
        return names;
    }
}
