package tokenwalk.lessons.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Adds the commands about lessons to a program. */
public final class LessonCommands {
    private LessonCommands() {}

    /** Only holds the commands below it. */
    @Command(name = "lessons", description = "List, check and print lessons.")
    private static final class Lessons {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        private boolean help;
    }

    /** Only holds the commands below it. */
    @Command(name = "print", description = "Write a worksheet, its key or the flashcards as PDF.")
    private static final class Print {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        private boolean help;
    }

    /** Adds {@code lessons} with its subcommands; before the runtime's, which set how errors are told. */
    public static CommandLine addTo(CommandLine root) {
        CommandLine print = new CommandLine(new Print())
                .addSubcommand(new PrintLessonCommand.Worksheet())
                .addSubcommand(new PrintLessonCommand.Key())
                .addSubcommand(new PrintFlashcardsCommand());
        CommandLine lessons = new CommandLine(new Lessons())
                .addSubcommand(new ListCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(print);
        return root.addSubcommand(lessons.setCaseInsensitiveEnumValuesAllowed(true));
    }
}
