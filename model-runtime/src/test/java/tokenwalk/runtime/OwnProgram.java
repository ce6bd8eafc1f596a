package tokenwalk.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class of the tests that runs as a program of its own. */
public final class OwnProgram {
    public static final Path HOME = Path.of(System.getProperty("tokenwalk.home"));

    private OwnProgram() {}

    /**
     * Starts its main method; what it writes to standard error appears among the tests' own.
     *
     * @param options for the JVM
     */
    public static Process start(Class<?> program, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(HOME.resolve("model-runtime/target/test-classes")
                + File.pathSeparator
                + System.getProperty("jdk.module.path"));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
