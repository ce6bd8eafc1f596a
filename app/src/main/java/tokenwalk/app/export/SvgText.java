package tokenwalk.app.export;

import java.util.function.IntFunction;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Words, line by line as they are broken on screen: the caret's places tell where a line begins. */
final class SvgText {
    private SvgText() {}

    static void write(Text text, XMLStreamWriter xml) throws XMLStreamException {
        write(text, index -> text.caretShape(index, true), xml);
    }

    /** The flow alone knows where the lines of its texts are. */
    static void write(TextFlow flow, XMLStreamWriter xml) throws XMLStreamException {
        int offset = 0;
        for (Node child : flow.getChildren()) {
            if (child instanceof Text text) {
                int first = offset;
                write(text, index -> flow.caretShape(first + index, true), xml);
                offset += text.getText().length();
            } else {
                // A node in a flow counts as one letter.
                offset++;
            }
        }
    }

    private static void write(Text text, IntFunction<PathElement[]> carets, XMLStreamWriter xml)
            throws XMLStreamException {
        String words = text.getText();
        int start = 0;
        while (start < words.length()) {
            // Not every viewer keeps the spaces at a line's beginning, so the line begins after them.
            if (Character.isWhitespace(words.charAt(start))) {
                start++;
                continue;
            }
            MoveTo caret = caret(carets.apply(start));
            int end = start + 1;
            while (end < words.length() && caret(carets.apply(end)).getY() <= caret.getY()) {
                end++;
            }
            line(text, words.substring(start, end), caret, xml);
            start = end;
        }
    }

    private static MoveTo caret(PathElement[] shape) {
        for (PathElement element : shape) {
            if (element instanceof MoveTo place) {
                return place;
            }
        }
        return new MoveTo();
    }

    private static void line(Text text, String words, MoveTo caret, XMLStreamWriter xml) throws XMLStreamException {
        Font font = text.getFont();
        xml.writeStartElement("text");
        xml.writeAttribute("x", SvgShapes.number(caret.getX()));
        xml.writeAttribute("y", SvgShapes.number(caret.getY() + ascent(font)));
        xml.writeAttribute("font-family", font.getFamily());
        xml.writeAttribute("font-size", SvgShapes.number(font.getSize()));
        if (font.getStyle().contains("Bold")) {
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
