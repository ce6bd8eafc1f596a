package tokenwalk.app.export;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A run of words, line by line as it is broken on screen. */
final class SvgText {
    private SvgText() {}

    /** The caret's places tell where a line begins, in a flow of texts as in a text of its own. */
    static void write(Text text, XMLStreamWriter xml) throws XMLStreamException {
        String words = text.getText();
        int start = 0;
        while (start < words.length()) {
            MoveTo caret = caret(text, start);
            int end = start + 1;
            while (end < words.length() && caret(text, end).getY() <= caret.getY()) {
                end++;
            }
            line(text, words.substring(start, end), caret, xml);
            start = end;
        }
    }

    private static MoveTo caret(Text text, int index) {
        for (PathElement element : text.caretShape(index, true)) {
            if (element instanceof MoveTo place) {
                return place;
            }
        }
        return new MoveTo(text.getX(), text.getY());
    }

    private static void line(Text text, String words, MoveTo caret, XMLStreamWriter xml) throws XMLStreamException {
        if (words.isBlank()) {
            return;
        }
        Font font = text.getFont();
        xml.writeStartElement("text");
        xml.writeAttribute("x", SvgShapes.number(caret.getX()));
        xml.writeAttribute("y", SvgShapes.number(caret.getY() + ascent(font)));
        xml.writeAttribute("font-family", font.getFamily());
        xml.writeAttribute("font-size", SvgShapes.number(font.getSize()));
        if (font.getStyle().contains("Bold") || font.getStyle().contains("SemiBold")) {
            xml.writeAttribute("font-weight", "600");
        }
        if (text.getFill() instanceof Color color) {
            xml.writeAttribute("fill", SvgShapes.web(color));
        }
        if (text.isUnderline() || text.isStrikethrough()) {
            xml.writeAttribute("text-decoration", text.isUnderline() ? "underline" : "line-through");
        }
        // Two spaces in a row are two spaces.
        xml.writeAttribute("style", "white-space:pre");
        xml.writeCharacters(words.stripTrailing());
        xml.writeEndElement();
    }

    private static double ascent(Font font) {
        Text probe = new Text("x");
        probe.setFont(font);
        probe.setTextOrigin(VPos.TOP);
        return probe.getBaselineOffset();
    }
}
