package tokenwalk.runtime.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;
import tokenwalk.runtime.trace.Window;

/** Values out of arguments, refused in words that need no programmer. */
final class PlainValues {
    private static final Pattern WINDOW = Pattern.compile("(\\d+)\\.\\.(\\d+)");

    private PlainValues() {}

    static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number below 2,147,483,648");
        }
    }

    static long longWhole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number of at most 18 digits");
        }
    }

    static double any(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a number, such as 0.8");
        }
    }

    static Window window(String text) {
        Matcher ends = WINDOW.matcher(text);
        if (ends.matches()) {
            int from = whole(ends.group(1));
            int to = whole(ends.group(2));
            if (from < to) {
                return new Window(from, to);
            }
        }
        throw new TypeConversionException("'" + text + "' is not a part of a text, such as 0..512");
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'" + text + "' cannot be the name of a file here; if it has letters beyond"
                            + " ASCII, set the environment variable LC_ALL=C.UTF-8");
        }
    }
}
