package tokenwalk.lessons.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tokenwalk.lessons.file.LessonChecker;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.print.LessonSheets;
import tokenwalk.lessons.reading.LessonReadings;
import tokenwalk.lessons.reading.TextReader;
import tokenwalk.runtime.cli.CommandFailure;
import tokenwalk.runtime.cli.ModelOptions;

/** {@code lessons print worksheet} and {@code lessons print key}. */
abstract class PrintLessonCommand implements Runnable {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private PackOption packs = new PackOption();

    @Mixin
    private PrintOptions print = new PrintOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            description = "The lesson's id, as 'lessons list' tells it, or how it begins, such as 04.")
    private Optional<String> name = Optional.empty();

    private final boolean key;

    PrintLessonCommand(boolean key) {
        this.key = key;
    }

    @Command(
            name = "worksheet",
            description = "Write a lesson's worksheet: its text and questions, with room to answer.")
    static final class Worksheet extends PrintLessonCommand {
        Worksheet() {
            super(false);
        }
    }

    @Command(
            name = "key",
            description = "Write the key to a lesson's worksheet: its answers, and notes for the teacher.")
    static final class Key extends PrintLessonCommand {
        Key() {
            super(true);
        }
    }

    @Override
    public void run() {
        LessonPack pack = packs.open();
        Lesson lesson = PackOption.lesson(pack, name);
        TextReader reader = new TextReader(model.open());
        LessonChecker.unmet(lesson.requires(), reader.model()).ifPresent(lack -> {
            throw new CommandFailure(lack);
        });
        LessonSheets sheets = new LessonSheets(print.paper(), pack::picture);
        print.write(out -> {
            LessonReadings readings = LessonReadings.of(lesson, reader, TextReader.firstSentence());
            if (key) {
                sheets.writeKey(lesson, readings, out);
            } else {
                sheets.writeWorksheet(lesson, readings, out);
            }
        });
    }
}
