package tokenwalk.lessons.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tokenwalk.lessons.file.LessonChecker;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.file.Mistake;
import tokenwalk.runtime.cli.CommandFailure;
import tokenwalk.runtime.cli.ModelOptions;
import tokenwalk.runtime.model.LanguageModel;

/** {@code lessons check}: every mistake in lessons, as a compiler tells them. */
@Command(
        name = "check",
        description = "Tell every mistake in lessons, by file and line, and how to mend it.",
        footer = "%nExit code: 0 if there is none, 1 if there are some, 2 for wrong usage.")
final class CheckCommand implements Callable<Integer> {
    private static final int MISTAKES = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Parameters(paramLabel = "PATH", description = "A folder of lessons, a zip of one, or one lesson file.")
    private Path path = Path.of("");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<LessonFile> files = open().files();
        List<Mistake> mistakes = new ArrayList<>();
        List<String> unmet = new ArrayList<>();
        // Opening a model takes a moment, which a pack without a readable lesson need not wait for.
        Optional<LanguageModel> model =
                files.stream().anyMatch(file -> file.lesson().isPresent())
                        ? Optional.of(options.open())
                        : Optional.empty();
        for (LessonFile file : files) {
            List<Mistake> found =
                    model.map(loaded -> LessonChecker.check(file, loaded)).orElse(file.mistakes());
            found.forEach(out::println);
            mistakes.addAll(found);
            file.lesson()
                    .flatMap(lesson -> LessonChecker.unmet(lesson.requires(), model.orElseThrow()))
                    .ifPresent(lack -> unmet.add(file.name() + ": not checked with the model. " + lack));
        }
        unmet.forEach(out::println);
        out.println(summary(files.size(), mistakes));
        return mistakes.isEmpty() ? 0 : MISTAKES;
    }

    private LessonPack open() {
        try {
            return LessonPack.open(path);
        } catch (IOException e) {
            throw new CommandFailure(e);
        }
    }

    private static String summary(int files, List<Mistake> mistakes) {
        String lessons = files == 1 ? "1 lesson" : "%,d lessons".formatted(files);
        if (mistakes.isEmpty()) {
            return lessons + ", no mistakes.";
        }
        long broken = mistakes.stream().map(Mistake::file).distinct().count();
        String count = mistakes.size() == 1 ? "1 mistake" : "%,d mistakes".formatted(mistakes.size());
        return "%s in %,d of %s.".formatted(count, broken, lessons);
    }
}
