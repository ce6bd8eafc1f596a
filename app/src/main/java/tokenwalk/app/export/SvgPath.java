package tokenwalk.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.VLineTo;

/** A path's elements in SVG's letters: capital for absolute places, small for relative ones. */
final class SvgPath {
    private SvgPath() {}

    static String of(List<PathElement> elements) {
        return elements.stream().map(SvgPath::element).collect(Collectors.joining(" "));
    }

    private static String element(PathElement element) {
        String letter = letter(element);
        return element.isAbsolute()
                ? letter
                : letter.replaceFirst("^[A-Z]", letter.substring(0, 1).toLowerCase(Locale.ROOT));
    }

    private static String letter(PathElement element) {
        return switch (element) {
            case MoveTo to -> command("M", to.getX(), to.getY());
            case LineTo to -> command("L", to.getX(), to.getY());
            case HLineTo to -> command("H", to.getX());
            case VLineTo to -> command("V", to.getY());
            case QuadCurveTo to -> command("Q", to.getControlX(), to.getControlY(), to.getX(), to.getY());
            case CubicCurveTo to ->
                command(
                        "C",
                        to.getControlX1(),
                        to.getControlY1(),
                        to.getControlX2(),
                        to.getControlY2(),
                        to.getX(),
                        to.getY());
            case ArcTo to ->
                command(
                        "A",
                        to.getRadiusX(),
                        to.getRadiusY(),
                        to.getXAxisRotation(),
                        to.isLargeArcFlag() ? 1 : 0,
                        to.isSweepFlag() ? 1 : 0,
                        to.getX(),
                        to.getY());
            case ClosePath _ -> "Z";
            default -> throw new IllegalArgumentException("no letter for " + element);
        };
    }

    private static String command(String letter, double... numbers) {
        return letter + Arrays.stream(numbers).mapToObj(SvgShapes::number).collect(Collectors.joining(" "));
    }
}
