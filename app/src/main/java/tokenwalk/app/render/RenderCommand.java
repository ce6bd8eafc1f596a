package tokenwalk.app.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code render}: the app without a display. */
@Command(
        name = "render",
        description = "Write a picture of each screen, computed on the real model, without a display.")
public final class RenderCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the PNG files.")
    private Path out = Path.of(".");

    @Option(names = "--model", paramLabel = "PATH", description = "A GGUF file. Default: the bundled model.")
    private Path model = Path.of(
            System.getProperty("tokenwalk.home", "."),
            "assets/models/SmolLM2-135M-Instruct/SmolLM2-135M-Instruct.Q4_1.gguf");

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        for (Path picture : new Renderer(out).render(model, Files.size(model))) {
            System.out.println(picture);
        }
        return 0;
    }
}
