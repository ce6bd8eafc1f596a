package tokenwalk.lessons.print;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PRTokeniser;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentParser;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;

/**
 * Where the words of a page begin and end, from its content: glyphs of two bytes, their widths and letters as the embedded
 * fonts tell them. (The library's own extractor does not know the widths of such fonts.)
 */
final class TextPlaces {
    private static final Pattern LETTER = Pattern.compile("<(\\w{4})><\\w{4}><(\\w+)>");

    /** Words written at once, in points from the lower left. */
    record Place(String text, float x, float y, float endX) {}

    /** An embedded font: widths in thousandths of its size, and letters, by glyph. */
    private record Glyphs(Map<Integer, Float> widths, Map<Integer, String> letters) {}

    private final Map<String, Glyphs> fonts = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private Glyphs font = new Glyphs(Map.of(), Map.of());
    private float size;
    private float x;
    private float y;
    private float lineX;

    private TextPlaces() {}

    static List<Place> of(PdfReader reader, int page) throws IOException {
        TextPlaces found = new TextPlaces();
        PdfDictionary fonts = reader.getPageN(page).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
        for (PdfName name : fonts.getKeys()) {
            found.fonts.put(name.toString(), glyphs(fonts.getAsDict(name)));
        }
        PdfContentParser parser = new PdfContentParser(new PRTokeniser(reader.getPageContent(page)));
        List<PdfObject> operation = new ArrayList<>();
        while (!parser.parse(operation).isEmpty()) {
            found.operate(operation.getLast().toString(), operation);
        }
        return List.copyOf(found.places);
    }

    private static Glyphs glyphs(PdfDictionary font) throws IOException {
        PdfArray array = font.getAsArray(PdfName.DESCENDANTFONTS).getAsDict(0).getAsArray(PdfName.W);
        Map<Integer, Float> widths = new HashMap<>();
        for (int i = 0; i + 1 < array.size(); i += 2) {
            PdfArray following = array.getAsArray(i + 1);
            for (int k = 0; k < following.size(); k++) {
                widths.put(
                        array.getAsNumber(i).intValue() + k,
                        following.getAsNumber(k).floatValue());
            }
        }
        byte[] map = PdfReader.getStreamBytes((PRStream) font.getAsStream(PdfName.TOUNICODE));
        Map<Integer, String> letters = new HashMap<>();
        Matcher letter = LETTER.matcher(new String(map, ISO_8859_1));
        while (letter.find()) {
            letters.put(
                    HexFormat.fromHexDigits(letter.group(1)),
                    new String(HexFormat.of().parseHex(letter.group(2)), UTF_16BE));
        }
        return new Glyphs(widths, letters);
    }

    private void operate(String operator, List<PdfObject> operands) {
        switch (operator) {
            case "Tf" -> {
                font = Objects.requireNonNull(fonts.get(operands.get(0).toString()));
                size = number(operands.get(1));
            }
            case "BT" -> moveTo(0, 0);
            case "Tm" -> moveTo(number(operands.get(4)), number(operands.get(5)));
            case "Td" -> moveTo(lineX + number(operands.get(0)), y + number(operands.get(1)));
            case "Tj" -> show((PdfString) operands.get(0));
            case "TJ" -> {
                for (PdfObject part : ((PdfArray) operands.get(0)).getElements()) {
                    if (part instanceof PdfString string) {
                        show(string);
                    } else {
                        x -= number(part) / 1000 * size;
                    }
                }
            }
            case "T*", "'", "\"", "TD", "TL" -> throw new AssertionError("not known here: " + operator);
            default -> {
                // Does not move the text.
            }
        }
    }

    private void moveTo(float newX, float newY) {
        x = newX;
        lineX = newX;
        y = newY;
    }

    private void show(PdfString glyphs) {
        byte[] bytes = glyphs.toString().getBytes(ISO_8859_1);
        StringBuilder text = new StringBuilder();
        float width = 0;
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            int glyph = Byte.toUnsignedInt(bytes[i]) << 8 | Byte.toUnsignedInt(bytes[i + 1]);
            width += Objects.requireNonNull(font.widths().get(glyph)) / 1000 * size;
            text.append(font.letters().getOrDefault(glyph, "\uFFFD"));
        }
        places.add(new Place(text.toString(), x, y, x + width));
        x += width;
    }

    private static float number(PdfObject object) {
        return ((PdfNumber) object).floatValue();
    }
}
