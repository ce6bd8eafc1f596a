package tokenwalk.app.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tokenwalk.app.provenance.Provenance.SourceOf;

/** The runtime's source as it lies beside the program. */
public final class RuntimeSource {
    private static final int LONGEST = 60;

    private RuntimeSource() {}

    /** @return the lines of a method with their numbers, or one line that says why they cannot be shown */
    public static List<String> lines(SourceOf source) {
        Path file = Path.of(System.getProperty("tokenwalk.home", "."))
                .resolve("model-runtime/src/main/java")
                .resolve(source.owner().replace('.', '/') + ".java");
        try {
            return method(Files.readAllLines(file), source.method());
        } catch (IOException e) {
            return List.of("The source of " + source.owner() + " is not on this computer.");
        }
    }

    static List<String> method(List<String> lines, String name) {
        for (int start = 0; start < lines.size(); start++) {
            if (declares(lines.get(start), name)) {
                int from = start;
                return IntStream.range(from, Math.min(end(lines, from) + 1, from + LONGEST))
                        .mapToObj(i -> "%4d  %s".formatted(i + 1, lines.get(i)))
                        .toList();
            }
        }
        return List.of("There is no " + name + " any more.");
    }

    /** A declaration stands at the indentation of members, is followed by its parameters, and is no call. */
    private static boolean declares(String line, String name) {
        return line.matches("    (?! )(?!return |throw |\\* |// )[^=;]*\\b" + name + "\\(.*");
    }

    private static int end(List<String> lines, int start) {
        for (int i = start; i < lines.size(); i++) {
            if (lines.get(i).equals("    }")) {
                return i;
            }
        }
        return lines.size() - 1;
    }
}
