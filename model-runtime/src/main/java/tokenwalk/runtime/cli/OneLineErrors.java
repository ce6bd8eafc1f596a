package tokenwalk.runtime.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import tokenwalk.runtime.weights.ModelFileException;

/** Tells every error in one line on standard error: what is wrong, and how to mend it. */
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler, IExecutionStrategy {

    /** What can be seen to be wrong from the arguments alone. */
    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        String suggestion = error instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? " Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
                : "";
        say(
                command,
                sentence(error.getMessage()) + suggestion + " See '"
                        + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** Runs a command; what only the Java machine can throw is told like any other error. */
    @Override
    public int execute(ParseResult arguments) {
        try {
            return new CommandLine.RunLast().execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            throw new CommandLine.ExecutionException(arguments.commandSpec().commandLine(), e.toString(), e);
        }
    }

    /** What went wrong while a command ran. */
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        if (error instanceof OutputLostException lost && lost.readerIsGone()) {
            return ExitCode.OK;
        }
        say(command, message(error));
        if (command.getParseResult().hasMatchedOption(ModelOptions.DEBUG)) {
            error.printStackTrace(command.getErr());
        }
        return ExitCode.SOFTWARE;
    }

    private static String message(Exception error) {
        return switch (error) {
            case ModelFileException _, CommandFailure _ -> String.valueOf(error.getMessage());
            case OutputLostException _ ->
                "Cannot write to standard output: " + sentence(error.getMessage()) + " Send it somewhere else.";
            default -> unexpected(error);
        };
    }

    private static String unexpected(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && !(root instanceof OutOfMemoryError)) {
            root = root.getCause();
        }
        return root instanceof OutOfMemoryError
                ? "There is not enough memory for this. Use a shorter text, or give Java more: JAVA_TOOL_OPTIONS=-Xmx8g."
                : "Something unexpected went wrong (" + root + "). Run it again with " + ModelOptions.DEBUG
                        + " to see where.";
    }

    private static String sentence(@Nullable String text) {
        return String.valueOf(text).strip().replaceFirst("[.]?$", ".");
    }

    private static void say(CommandLine command, String message) {
        command.getErr().println(message.strip().replaceAll("\\R\\s*", " "));
    }
}
