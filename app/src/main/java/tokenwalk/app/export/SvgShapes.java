package tokenwalk.app.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Boxes, lines and paths. */
final class SvgShapes {
    private final XMLStreamWriter xml;

    SvgShapes(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String number(double value) {
        String written = String.format(Locale.ROOT, "%.2f", value);
        return written.replaceFirst("\\.?0+$", "");
    }

    static String web(Color color) {
        return "rgb(%d,%d,%d)"
                .formatted(
                        Math.round(color.getRed() * 255),
                        Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255));
    }

    void box(double x, double y, double width, double height) throws XMLStreamException {
        xml.writeAttribute("x", number(x));
        xml.writeAttribute("y", number(y));
        xml.writeAttribute("width", number(Math.max(0, width)));
        xml.writeAttribute("height", number(Math.max(0, height)));
    }

    /** A region's grounds, one over the other, then its edges. */
    void region(Region region) throws XMLStreamException {
        if (region.getShape() != null) {
            shaped(region, region.getShape());
            return;
        }
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                ground(region, fill);
            }
        }
        if (region.getBorder() != null) {
            for (BorderStroke stroke : region.getBorder().getStrokes()) {
                edge(region, stroke);
            }
        }
    }

    private void ground(Region region, BackgroundFill fill) throws XMLStreamException {
        if (fill.getFill() instanceof Color color && color.getOpacity() > 0) {
            Insets insets = fill.getInsets();
            double width = region.getWidth() - insets.getLeft() - insets.getRight();
            double height = region.getHeight() - insets.getTop() - insets.getBottom();
            if (width > 0 && height > 0) {
                xml.writeEmptyElement("rect");
                box(insets.getLeft(), insets.getTop(), width, height);
                round(fill.getRadii().getTopLeftHorizontalRadius(), width, height);
                paint("fill", color);
            }
        }
    }

    private void edge(Region region, BorderStroke stroke) throws XMLStreamException {
        BorderWidths widths = stroke.getWidths();
        Insets insets = stroke.getInsets();
        double left = insets.getLeft() + widths.getLeft() / 2;
        double top = insets.getTop() + widths.getTop() / 2;
        double right = region.getWidth() - insets.getRight() - widths.getRight() / 2;
        double bottom = region.getHeight() - insets.getBottom() - widths.getBottom() / 2;
        boolean same = stroke.getTopStroke().equals(stroke.getBottomStroke())
                && stroke.getTopStroke().equals(stroke.getLeftStroke())
                && widths.getTop() > 0
                && widths.getLeft() > 0;
        if (same) {
            if (seen(stroke.getTopStroke())) {
                xml.writeEmptyElement("rect");
                box(left, top, right - left, bottom - top);
                round(stroke.getRadii().getTopLeftHorizontalRadius(), right - left, bottom - top);
                xml.writeAttribute("fill", "none");
                stroke(
                        stroke.getTopStroke(),
                        widths.getTop(),
                        stroke.getTopStyle().getDashArray());
            }
            return;
        }
        side(
                left,
                top,
                right,
                top,
                stroke.getTopStroke(),
                widths.getTop(),
                stroke.getTopStyle().getDashArray());
        side(
                right,
                top,
                right,
                bottom,
                stroke.getRightStroke(),
                widths.getRight(),
                stroke.getRightStyle().getDashArray());
        side(
                left,
                bottom,
                right,
                bottom,
                stroke.getBottomStroke(),
                widths.getBottom(),
                stroke.getBottomStyle().getDashArray());
        side(
                left,
                top,
                left,
                bottom,
                stroke.getLeftStroke(),
                widths.getLeft(),
                stroke.getLeftStyle().getDashArray());
    }

    private void side(double x, double y, double toX, double toY, Paint paint, double width, List<Double> dashes)
            throws XMLStreamException {
        if (width > 0 && seen(paint)) {
            line(x, y, toX, toY);
            stroke(paint, width, dashes);
        }
    }

    /** Such as the arrow of a menu button: the shape is scaled to the region. */
    private void shaped(Region region, Shape shape) throws XMLStreamException {
        if (region.getBackground() == null || region.getBackground().getFills().isEmpty()) {
            return;
        }
        BackgroundFill fill = region.getBackground().getFills().getLast();
        double width = shape.getLayoutBounds().getWidth();
        double height = shape.getLayoutBounds().getHeight();
        if (fill.getFill() instanceof Color color && color.getOpacity() > 0 && width > 0 && height > 0) {
            xml.writeEmptyElement("path");
            xml.writeAttribute("d", outline(shape));
            xml.writeAttribute(
                    "transform",
                    "scale(%s %s) translate(%s %s)"
                            .formatted(
                                    number(region.getWidth() / width),
                                    number(region.getHeight() / height),
                                    number(-shape.getLayoutBounds().getMinX()),
                                    number(-shape.getLayoutBounds().getMinY())));
            paint("fill", color);
        }
    }

    void shape(Shape shape) throws XMLStreamException {
        boolean stroked = seen(shape.getStroke()) && shape.getStrokeWidth() > 0;
        boolean filled = seen(shape.getFill());
        if (!stroked && !filled) {
            return;
        }
        switch (shape) {
            case Line line -> line(line.getStartX(), line.getStartY(), line.getEndX(), line.getEndY());
            case Rectangle rectangle -> {
                xml.writeEmptyElement("rect");
                box(rectangle.getX(), rectangle.getY(), rectangle.getWidth(), rectangle.getHeight());
                round(rectangle.getArcWidth() / 2, rectangle.getWidth(), rectangle.getHeight());
            }
            case Circle circle -> {
                xml.writeEmptyElement("circle");
                xml.writeAttribute("cx", number(circle.getCenterX()));
                xml.writeAttribute("cy", number(circle.getCenterY()));
                xml.writeAttribute("r", number(circle.getRadius()));
            }
            default -> {
                xml.writeEmptyElement("path");
                xml.writeAttribute("d", outline(shape));
            }
        }
        if (filled) {
            paint("fill", shape.getFill());
        } else {
            xml.writeAttribute("fill", "none");
        }
        if (stroked) {
            stroke(shape.getStroke(), shape.getStrokeWidth(), shape.getStrokeDashArray());
        }
    }

    private void line(double x, double y, double toX, double toY) throws XMLStreamException {
        xml.writeEmptyElement("line");
        xml.writeAttribute("x1", number(x));
        xml.writeAttribute("y1", number(y));
        xml.writeAttribute("x2", number(toX));
        xml.writeAttribute("y2", number(toY));
    }

    private void round(double radius, double width, double height) throws XMLStreamException {
        if (radius > 0) {
            xml.writeAttribute("rx", number(Math.min(radius, Math.min(width, height) / 2)));
        }
    }

    private void stroke(Paint paint, double width, List<Double> dashes) throws XMLStreamException {
        paint("stroke", paint);
        xml.writeAttribute("stroke-width", number(width));
        if (!dashes.isEmpty()) {
            xml.writeAttribute(
                    "stroke-dasharray", dashes.stream().map(SvgShapes::number).collect(Collectors.joining(" ")));
        }
    }

    private void paint(String attribute, Paint paint) throws XMLStreamException {
        if (paint instanceof Color color) {
            xml.writeAttribute(attribute, web(color));
            if (color.getOpacity() < 1) {
                xml.writeAttribute(attribute + "-opacity", number(color.getOpacity()));
            }
        }
    }

    private static boolean seen(Paint paint) {
        return paint instanceof Color color && color.getOpacity() > 0;
    }

    /** An open path is written as it is; any other shape by its outline, which JavaFX can tell. */
    private static String outline(Shape shape) {
        if (shape instanceof Path path) {
            return SvgPath.of(path.getElements());
        }
        Shape filled = Shape.union(shape, new Rectangle());
        return filled instanceof Path path ? SvgPath.of(path.getElements()) : "";
    }
}
