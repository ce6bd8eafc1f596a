package tokenwalk.runtime.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.trace.Window;

/** Writes down what a model computes while it reads a text. */
@Command(
        name = "trace",
        description = "Write what the model computes while it reads a text: tensors, predictions, or both.")
final class TraceCommand implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private PromptOption prompt = new PromptOption();

    @Option(
            names = "--out",
            paramLabel = "F",
            description =
                    "Safetensors file: residual stream, queries, keys, values, attention and last logits, in float32.")
    private Optional<Path> tensors = Optional.empty();

    @Option(
            names = "--json",
            paramLabel = "F",
            description =
                    "JSON file: tokens, the ten best next tokens at each position, the lens at each level, losses, and 24"
                            + " tokens of greedy text.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--window",
            paramLabel = "FROM..TO",
            description =
                    "Record positions FROM to TO − 1 only, counted from 0: all of a very long text takes gigabytes. Keys and"
                            + " values, which those positions look at, are kept of all.")
    private Optional<Window> window = Optional.empty();

    @Override
    public void run() {
        String text = prompt.text();
        if (tensors.isEmpty() && json.isEmpty()) {
            throw new ParameterException(command.commandLine(), "Nothing to write; give --out, --json or both.");
        }
        List<Path> files = Stream.concat(tensors.stream(), json.stream())
                .map(path -> path.toAbsolutePath().normalize())
                .toList();
        if (files.stream().distinct().count() < files.size()) {
            throw new ParameterException(command.commandLine(), "--out and --json name the same file; give two.");
        }
        if (files.contains(options.path().toAbsolutePath().normalize())) {
            throw new ParameterException(
                    command.commandLine(), "The model itself would be overwritten; name another file.");
        }
        LanguageModel model = options.open();
        List<Token> tokens = PromptOption.encode(model, text);
        Trace trace = read(new GenerationSession(model), tokens);
        tensors.ifPresent(file -> write(file, place -> TraceTensors.of(trace).write(place)));
        json.ifPresent(file -> write(file, place -> new TraceJson(model, text, trace).write(place)));
    }

    private Trace read(GenerationSession session, List<Token> tokens) {
        try {
            return window.isPresent() ? session.read(tokens, window.get()) : session.read(tokens);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    e.getMessage() + (window.isPresent() ? "" : " Or record a part of it: --window FROM..TO."), e);
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Content {
        void write(Path place) throws IOException;
    }

    private static void write(Path file, Content content) {
        try {
            content.write(file);
        } catch (IOException e) {
            throw CommandFailure.cannotWrite(file, e);
        }
    }
}
