package tokenwalk.app.render;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tokenwalk.runtime.cli.CommandFailure;
import tokenwalk.runtime.cli.ModelOptions;

/** {@code render}: the app without a display. */
@Command(
        name = "render",
        description = "Write a picture of each screen after the steps of the walkthrough, without a display.")
public final class RenderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the PNG files.")
    private Path out = Path.of("");

    @Option(
            names = "--compare",
            paramLabel = "PATH",
            description = "A second model: adds pictures of both beside each other.")
    private Optional<Path> second = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter words = spec.commandLine().getOut();
        try {
            Files.createDirectories(out);
            new Renderer(out).render(model.path(), second).forEach(words::println);
        } catch (IOException e) {
            throw CommandFailure.cannotWrite(out, e);
        }
        return 0;
    }
}
