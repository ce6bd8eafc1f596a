package tokenwalk.lessons.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.print.Paper;
import tokenwalk.runtime.cli.CommandFailure;
import tokenwalk.runtime.weights.WholeFile;

/** What all printing shares; a picocli mixin. */
final class PrintOptions {
    @Option(names = "--out", required = true, paramLabel = "F.pdf", description = "The PDF to write.")
    private Path out = Path.of("");

    @Option(names = "--paper", paramLabel = "PAPER", description = "a4 or letter. Default: a4.")
    private Paper paper = Paper.A4;

    Paper paper() {
        return paper;
    }

    void write(WholeFile.Contents contents) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            contents.writeTo(pdf);
        } catch (IOException | FactException | IllegalArgumentException e) {
            throw new CommandFailure(e);
        }
        try {
            WholeFile.write(out, pdf::writeTo);
        } catch (IOException e) {
            throw CommandFailure.cannotWrite(out, e);
        }
    }
}
