package tokenwalk.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import tokenwalk.runtime.trace.Window;

/** Adds the runtime's commands to a program. */
public final class RuntimeCommands {
    private RuntimeCommands() {}

    /**
     * Adds the commands and, for them and for all others the root has by then, what they share: one line on standard
     * error for each error, exit code 2 for wrong usage and 1 for all else, UTF-8 whatever the locale.
     *
     * @param root the program, its own commands added already
     * @return the root
     */
    public static CommandLine addTo(CommandLine root) {
        // Not System.out, which hides that nobody reads any more, and writes in the locale's encoding.
        return addTo(
                root, System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }

    static CommandLine addTo(CommandLine root, InputStream in, OutputStream out, OutputStream err) {
        Output output = new Output(out);
        List.of(
                        new TraceCommand(),
                        new TokenizeCommand(in, output),
                        new DetokenizeCommand(in, output),
                        new GenerateCommand(output),
                        new InfoCommand(output),
                        new BenchCommand(output))
                .forEach(root::addSubcommand);
        ModelsCommand.addTo(root, output);
        OneLineErrors errors = new OneLineErrors();
        return root.setOut(new PrintWriter(new OutputStreamWriter(out, UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(err, UTF_8), true))
                .registerConverter(int.class, PlainValues::whole)
                .registerConverter(long.class, PlainValues::longWhole)
                .registerConverter(double.class, PlainValues::any)
                .registerConverter(Path.class, PlainValues::path)
                .registerConverter(Window.class, PlainValues::window)
                .setUsageHelpWidth(100)
                // A prompt may begin with @; it is text, not the name of a file with arguments.
                .setExpandAtFiles(false)
                .setExecutionStrategy(errors)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
