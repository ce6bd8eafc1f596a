package tokenwalk.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A command that was run in this process: what it printed, and its exit code. */
record CommandRun(int exitCode, String out, String err) {

    @Command(name = "tokenwalk")
    private static final class Root {}

    static CommandRun of(String... arguments) {
        return withInput("", arguments);
    }

    static CommandRun withInput(String input, String... arguments) {
        return withInput(input.getBytes(UTF_8), arguments);
    }

    static CommandRun withInput(byte[] input, String... arguments) {
        return run(new CommandLine(new Root()), input, new ByteArrayOutputStream(), arguments);
    }

    /** Runs a program that has a command of its own too. */
    static CommandRun withCommand(Object command, String... arguments) {
        CommandLine root = new CommandLine(new Root()).addSubcommand(command);
        return run(root, new byte[0], new ByteArrayOutputStream(), arguments);
    }

    /** Runs a command whose standard output cannot be written. */
    static CommandRun withLostOutput(String reason, String... arguments) {
        OutputStream lost = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        };
        return run(new CommandLine(new Root()), new byte[0], lost, arguments);
    }

    private static CommandRun run(CommandLine root, byte[] input, OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = RuntimeCommands.addTo(root, new ByteArrayInputStream(input), out, err)
                .execute(arguments);
        String printed = out instanceof ByteArrayOutputStream bytes ? bytes.toString(UTF_8) : "";
        return new CommandRun(exitCode, printed, err.toString(UTF_8));
    }

    /** @return the lines of standard output */
    List<String> lines() {
        return out.lines().toList();
    }
}
