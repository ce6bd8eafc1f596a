package tokenwalk.app.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A part of the screen as SVG: words stay words, boxes and lines stay shapes. What is painted dot by dot on a canvas goes in
 * as a PNG at twice the size. Reads the nodes as they are laid out; FX thread only.
 */
final class SvgPicture {
    private static final double PIXELS = 2;

    private final XMLStreamWriter xml;
    private final SvgShapes shapes;
    private int clips;

    private SvgPicture(XMLStreamWriter xml) {
        this.xml = xml;
        this.shapes = new SvgShapes(xml);
    }

    /** Writes a node, on a ground of its own colour, to a stream that the caller closes. */
    static void write(Region content, Color ground, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new SvgPicture(xml).document(content, ground);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void document(Region content, Color ground) throws XMLStreamException, IOException {
        String width = SvgShapes.number(content.getWidth());
        String height = SvgShapes.number(content.getHeight());
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        xml.writeAttribute("width", width);
        xml.writeAttribute("height", height);
        xml.writeAttribute("viewBox", "0 0 " + width + " " + height);
        xml.writeEmptyElement("rect");
        xml.writeAttribute("width", "100%");
        xml.writeAttribute("height", "100%");
        xml.writeAttribute("fill", SvgShapes.web(ground));
        inside(content);
        xml.writeEndElement();
    }

    private void node(Node node) throws XMLStreamException, IOException {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        xml.writeStartElement("g");
        Transform place = node.getLocalToParentTransform();
        if (!place.isIdentity()) {
            xml.writeAttribute("transform", matrix(new Affine(place)));
        }
        if (node.getOpacity() < 1) {
            xml.writeAttribute("opacity", SvgShapes.number(node.getOpacity()));
        }
        inside(node);
        xml.writeEndElement();
    }

    private void inside(Node node) throws XMLStreamException, IOException {
        boolean clipped = clip(node);
        switch (node) {
            case Text text -> SvgText.write(text, xml);
            case TextFlow flow -> {
                shapes.region(flow);
                SvgText.write(flow, xml);
            }
            case Shape shape -> shapes.shape(shape);
            case Canvas canvas -> image(canvas);
            case ImageView image -> image(image);
            case Parent parent -> {
                if (parent instanceof Region region) {
                    shapes.region(region);
                }
                for (Node child : parent.getChildrenUnmodifiable()) {
                    node(child);
                }
            }
            default -> image(node);
        }
        if (clipped) {
            xml.writeEndElement();
        }
    }

    /** What a scroll pane hides must stay hidden. */
    private boolean clip(Node node) throws XMLStreamException {
        Node clip = node.getClip();
        if (clip == null) {
            return false;
        }
        Bounds bounds = clip.getBoundsInParent();
        String id = "clip-" + ++clips;
        xml.writeStartElement("clipPath");
        xml.writeAttribute("id", id);
        xml.writeEmptyElement("rect");
        shapes.box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        xml.writeEndElement();
        xml.writeStartElement("g");
        xml.writeAttribute("clip-path", "url(#" + id + ")");
        return true;
    }

    private void image(Node node) throws XMLStreamException, IOException {
        Bounds bounds = node.getLayoutBounds();
        if (bounds.getWidth() < 1 || bounds.getHeight() < 1) {
            return;
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(PIXELS, PIXELS));
        BufferedImage image = SwingFXUtils.fromFXImage(node.snapshot(parameters, null), null);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        xml.writeEmptyElement("image");
        shapes.box(bounds.getMinX(), bounds.getMinY(), image.getWidth() / PIXELS, image.getHeight() / PIXELS);
        xml.writeAttribute(
                "href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    private static String matrix(Affine place) {
        if (place.getMxx() == 1 && place.getMyy() == 1 && place.getMxy() == 0 && place.getMyx() == 0) {
            return "translate(" + SvgShapes.number(place.getTx()) + " " + SvgShapes.number(place.getTy()) + ")";
        }
        return "matrix("
                + String.join(
                        " ",
                        SvgShapes.number(place.getMxx()),
                        SvgShapes.number(place.getMyx()),
                        SvgShapes.number(place.getMxy()),
                        SvgShapes.number(place.getMyy()),
                        SvgShapes.number(place.getTx()),
                        SvgShapes.number(place.getTy()))
                + ")";
    }
}
