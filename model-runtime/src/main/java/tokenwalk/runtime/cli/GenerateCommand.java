package tokenwalk.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tokenwalk.runtime.generation.ChatMessage;
import tokenwalk.runtime.generation.ChatTemplate;
import tokenwalk.runtime.generation.Generation;
import tokenwalk.runtime.generation.Generator;
import tokenwalk.runtime.generation.StopReason;
import tokenwalk.runtime.generation.StopRules;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.sampling.Sampler;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.token.Token;

/** Lets the model go on with a text. */
@Command(
        name = "generate",
        description =
                "Go on with a text, printed as it grows. It is the same each time, unless --temperature is given.")
final class GenerateCommand implements Runnable {
    private final Output out;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private PromptOption prompt = new PromptOption();

    @Option(names = "--chat", description = "Put the prompt to the model as a user's message, by its chat template.")
    private boolean chat;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "128",
            description = "Stop after so many new tokens (default: ${DEFAULT-VALUE}).")
    private int maximum;

    @Option(
            names = "--temperature",
            paramLabel = "X",
            defaultValue = "0",
            description = "0 always takes the best token (the default, so that runs are repeatable); 1 draws by the"
                    + " model's own probabilities; less is sharper, more is flatter.")
    private double temperature;

    @Option(
            names = "--top-k",
            paramLabel = "K",
            defaultValue = "0",
            description = "Draw among the K best tokens only (default: 0, all).")
    private int topK;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            defaultValue = "1",
            description = "Draw among the best tokens that together reach this probability (default: 1, all).")
    private double topP;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "The same seed draws the same tokens (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--stop",
            paramLabel = "S",
            description = "Stop where this text appears, and leave it out; may be given several times.")
    private List<String> stopStrings = new ArrayList<>();

    @Option(
            names = "--json",
            description = "Print one JSON object at the end: ids (of all new tokens, the last one included), tokens,"
                    + " text, stop (end_of_text, stop_string, max_tokens or context_full).")
    private boolean json;

    GenerateCommand(Output out) {
        this.out = out;
    }

    @Override
    public void run() {
        String text = prompt.text();
        SamplingPolicy policy = checked(() -> new SamplingPolicy(temperature, topK, topP));
        checked(() -> new StopRules(Set.of(), stopStrings, maximum, 1));
        LanguageModel model = options.open();
        List<Token> tokens = PromptOption.encode(model, chat ? asMessage(model, text) : text);
        StopRules rules = new StopRules(
                model.endOfText(), stopStrings, maximum, model.shape().contextLength());
        Generator generator = new Generator(model, policy, new Sampler(seed));
        if (json) {
            out.line(asJson(generator.generate(tokens, rules, _ -> {})));
        } else {
            generator.generate(tokens, rules, out::print);
            out.line("");
        }
    }

    private <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String asMessage(LanguageModel model, String text) {
        String template = model.chatTemplate()
                .orElseThrow(() -> new CommandFailure(
                        "This model has no chat template. Leave --chat out, or choose a model tuned to instructions."));
        try {
            return ChatTemplate.of(template).prompt(List.of(ChatMessage.user(text)));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e);
        }
    }

    private static String asJson(Generation generation) {
        return Json.text(json -> {
            json.beginObject();
            Json.write(json.name("ids"), generation.tokens(), (token, to) -> to.value(token.id()));
            Json.write(json.name("tokens"), generation.tokens(), (token, to) -> to.value(token.text()));
            json.name("text").value(generation.text());
            json.name("stop").value(kind(generation.stop()));
            json.endObject();
        });
    }

    private static String kind(StopReason stop) {
        return switch (stop) {
            case StopReason.EndOfText _ -> "end_of_text";
            case StopReason.StopString _ -> "stop_string";
            case StopReason.Maximum _ -> "max_tokens";
            case StopReason.ContextFull _ -> "context_full";
        };
    }
}
