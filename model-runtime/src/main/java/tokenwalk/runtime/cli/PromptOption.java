package tokenwalk.runtime.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

/** The text a model is given; a picocli mixin. */
final class PromptOption {
    private static final char REPLACEMENT = '\uFFFD';

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--prompt",
            paramLabel = "T",
            required = true,
            description = "The text the model reads; special tokens may be written in it.")
    private String text = "";

    /** @throws ParameterException if it is empty, or was lost on its way here */
    String text() {
        if (text.isEmpty()) {
            throw new ParameterException(command.commandLine(), "The prompt is empty; give at least one word.");
        }
        if (text.indexOf(REPLACEMENT) >= 0
                && !"UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"))
                && !System.getProperty("os.name", "").startsWith("Windows")) {
            throw new ParameterException(
                    command.commandLine(),
                    "The prompt has letters that this locale loses; set the environment variable LC_ALL=C.UTF-8.");
        }
        return text;
    }

    /** @throws CommandFailure if the model cannot read the text */
    static List<Token> encode(LanguageModel model, String text) {
        try {
            return model.encodePrompt(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e);
        }
    }
}
