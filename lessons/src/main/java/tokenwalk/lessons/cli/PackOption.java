package tokenwalk.lessons.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.file.Mistake;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.runtime.cli.CommandFailure;

/** Which lessons; a picocli mixin. */
final class PackOption {
    private static final String JSON = ".json";

    @Option(
            names = "--pack",
            paramLabel = "PATH",
            description = "A folder or zip of lessons, or one lesson file. Default: those that ship with Tokenwalk.")
    private Optional<Path> place = Optional.empty();

    LessonPack open() {
        if (place.isEmpty()) {
            return LessonPack.bundled();
        }
        try {
            return LessonPack.open(place.orElseThrow());
        } catch (IOException e) {
            throw new CommandFailure(e);
        }
    }

    /**
     * @param name a lesson's id or how it begins, such as {@code 04} or {@code 4}; none for the only lesson of a pack
     * @throws CommandFailure if it is none, more than one, or has mistakes
     */
    static Lesson lesson(LessonPack pack, Optional<String> name) {
        List<LessonFile> named = pack.files().stream()
                .filter(file -> name.stream().allMatch(begin -> beginsWith(idOf(file), begin)))
                .toList();
        LessonFile file = named.stream()
                .filter(candidate -> named.size() == 1 || name.stream().anyMatch(idOf(candidate)::equals))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        "Name one lesson; %s.".formatted(named.isEmpty() ? thereAre(pack.files()) : thereAre(named))));
        return file.lesson()
                .orElseThrow(() -> new CommandFailure(file.mistakes().stream()
                        .map(Mistake::toString)
                        .collect(Collectors.joining("\n", "This lesson has mistakes: ", ""))));
    }

    /** Who types 4 means 04. */
    private static boolean beginsWith(String id, String begin) {
        return id.startsWith(begin) || id.replaceFirst("^0+", "").startsWith(begin + "-");
    }

    private static String thereAre(List<LessonFile> files) {
        return files.isEmpty()
                ? "there are none here"
                : "there are " + files.stream().map(PackOption::idOf).collect(Collectors.joining(", "));
    }

    static String idOf(LessonFile file) {
        return file.name().endsWith(JSON)
                ? file.name().substring(0, file.name().length() - JSON.length())
                : file.name();
    }
}
