package tokenwalk.lessons.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.lesson.Lesson;

/** {@code lessons list}. */
@Command(name = "list", description = "List the lessons: id, minutes, title; a broken one with its mistakes.")
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PackOption pack = new PackOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (LessonFile file : pack.open().files()) {
            file.lesson().ifPresent(lesson -> out.println(line(lesson)));
            file.mistakes().forEach(mistake -> out.println("! " + mistake));
        }
    }

    private static String line(Lesson lesson) {
        return "%-28s %3d min  %s"
                .formatted(
                        lesson.id(),
                        lesson.about().minutes(),
                        lesson.about().title().plainText());
    }
}
