package tokenwalk.lessons.print;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openpdf.text.Chunk;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.ListItem;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.prose.Block;
import tokenwalk.lessons.prose.Inline;
import tokenwalk.lessons.prose.Prose;

/** Makes prose, its facts computed already, into what the PDF library sets in lines. */
final class Typesetter {
    private static final float PARAGRAPH_GAP = 0.5f;
    private static final float PICTURE_HEIGHT = 200;

    private final SheetFonts fonts;
    private final Function<String, Optional<byte[]>> pictures;

    /** @param pictures finds a lesson's pictures by their names */
    Typesetter(SheetFonts fonts, Function<String, Optional<byte[]>> pictures) {
        this.fonts = fonts;
        this.pictures = pictures;
    }

    SheetFonts fonts() {
        return fonts;
    }

    /** @return words as they are */
    Paragraph words(String words, Style style) {
        return line(List.of(new Inline.Words(words, Inline.Emphasis.NONE)), style);
    }

    /** @return blocks to stand below each other */
    List<Element> blocks(Prose prose, Style style) {
        return blocks(prose.blocks(), style);
    }

    private List<Element> blocks(List<Block> blocks, Style style) {
        List<Element> elements = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph(var inlines) -> {
                    Paragraph paragraph = line(inlines, style);
                    paragraph.setSpacingBefore(elements.isEmpty() ? 0 : style.size() * PARAGRAPH_GAP);
                    elements.add(paragraph);
                }
                case Block.Items(boolean numbered, var items) -> elements.add(items(numbered, items, style));
                case Block.Code(String text) -> elements.add(code(text, style));
                case Block.Picture(String file, String description) ->
                    elements.addAll(picture(file, description, style));
            }
        }
        return elements;
    }

    /** @return a paragraph */
    Paragraph line(List<Inline> inlines, Style style) {
        Paragraph paragraph = new Paragraph(style.leading());
        paragraph.setAlignment(style.centred() ? Element.ALIGN_CENTER : Element.ALIGN_LEFT);
        append(inlines, style, paragraph);
        return paragraph;
    }

    private void append(List<Inline> inlines, Style style, Phrase to) {
        for (Inline inline : inlines) {
            switch (inline) {
                case Inline.Words(String text, var emphasis) -> write(text, emphasis, style, to);
                case Inline.Verbatim(String text) -> token(TokenSigns.ofPiece(text), style, to);
                case Inline.Known(FactValue.OneToken value, var _) -> token(value.words(), style, to);
                case Inline.Known(var value, var emphasis) -> write(unbroken(value), emphasis, style, to);
                case Inline.Pointer(var _, var words) -> append(words, style, to);
                case Inline.Break _ -> to.add(Chunk.NEWLINE);
                case Inline.Asked(var expression, var _) ->
                    throw new IllegalArgumentException("a fact was not computed: " + expression);
            }
        }
    }

    /** A number and its percent sign stay on one line. */
    private static String unbroken(FactValue value) {
        return value instanceof FactValue.Words ? value.words() : value.words().replace(' ', '\u00a0');
    }

    private void write(String text, Inline.Emphasis emphasis, Style style, Phrase to) {
        boolean strong = style.strong() || emphasis == Inline.Emphasis.STRONG;
        BaseFont wished = strong ? fonts.strong() : fonts.text();
        for (Run run : Run.of(text, wished, fonts)) {
            Chunk chunk = chunk(run, style.size(), style.color());
            if (emphasis == Inline.Emphasis.ITALIC) {
                // Inter comes without an italic: it is slanted.
                chunk.setSkew(0, 11);
            }
            to.add(chunk);
        }
    }

    /** A piece on a light ground, signs for the invisible muted. */
    private void token(String text, Style style, Phrase to) {
        List<Run> runs = Run.of(text, fonts.mono(), fonts);
        float size = style.size() * 0.94f;
        for (int i = 0; i < runs.size(); i++) {
            Chunk chunk = chunk(runs.get(i), size, style.color());
            float before = i == 0 ? 1.5f : 0;
            float after = i == runs.size() - 1 ? 1.5f : 0;
            chunk.setBackground(Ink.TOKEN_GROUND, before, size * 0.15f, after, size * 0.1f);
            to.add(chunk);
        }
    }

    private Chunk chunk(Run run, float size, Color color) {
        Font font = new Font(run.font(), run.bytes() ? size * 0.8f : size, Font.NORMAL, run.sign() ? Ink.MUTED : color);
        Chunk chunk = new Chunk(run.text(), font);
        if (run.bytes()) {
            chunk.setBackground(Ink.TOKEN_GROUND, 1, size * 0.15f, 1, size * 0.1f);
        }
        return chunk;
    }

    private Element items(boolean numbered, List<List<Block>> items, Style style) {
        org.openpdf.text.List list = new org.openpdf.text.List(numbered, style.size() * 1.6f);
        list.setListSymbol(new Chunk("•", new Font(fonts.text(), style.size(), Font.NORMAL, style.color())));
        for (List<Block> item : items) {
            ListItem line = new ListItem(style.leading());
            line.setFont(new Font(fonts.text(), style.size(), Font.NORMAL, style.color()));
            line.setSpacingBefore(style.size() * 0.2f);
            List<Element> nested = new ArrayList<>();
            boolean first = true;
            for (Block block : item) {
                if (block instanceof Block.Paragraph(var inlines)) {
                    if (!first) {
                        line.add(Chunk.NEWLINE);
                    }
                    append(inlines, style, line);
                    first = false;
                } else {
                    nested.addAll(blocks(List.of(block), style));
                }
            }
            list.add(line);
            nested.forEach(list::add);
        }
        return list;
    }

    private Element code(String text, Style style) {
        Paragraph lines = new Paragraph(style.leading());
        for (Run run : Run.of(text.stripTrailing(), fonts.mono(), fonts)) {
            lines.add(chunk(run, style.size() * 0.92f, style.color()));
        }
        PdfPCell cell = new PdfPCell();
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setBackgroundColor(Ink.TOKEN_GROUND);
        cell.setPadding(style.size() * 0.5f);
        cell.addElement(lines);
        PdfPTable ground = new PdfPTable(1);
        ground.setWidthPercentage(100);
        ground.setSpacingBefore(style.size() * PARAGRAPH_GAP);
        ground.setSpacingAfter(style.size() * PARAGRAPH_GAP);
        ground.addCell(cell);
        return ground;
    }

    /** A picture no larger than it is and the page lets it be; one that is not there is told in words. */
    private List<Element> picture(String file, String description, Style style) {
        Paragraph caption = words(description, style.in(Ink.MUTED));
        Optional<byte[]> bytes = pictures.apply(file);
        if (bytes.isEmpty()) {
            return List.of(caption);
        }
        try {
            Image image = Image.getInstance(bytes.orElseThrow());
            image.scaleToFit(
                    Math.min(image.getWidth() * 0.75f, 420), Math.min(image.getHeight() * 0.75f, PICTURE_HEIGHT));
            image.setAlt(description);
            PdfPTable place = Boxes.table(1);
            place.addCell(Boxes.picture(image));
            place.setSpacingBefore(style.size() * PARAGRAPH_GAP);
            return List.of(place, caption);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("The picture " + file + " cannot be read; save it as PNG or JPEG.", e));
        }
    }
}
