package tokenwalk.app;

import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tokenwalk.app.render.RenderCommand;
import tokenwalk.lessons.cli.LessonCommands;
import tokenwalk.runtime.cli.ModelOptions;
import tokenwalk.runtime.cli.RuntimeCommands;

/** The program's entry: without a command it opens the window. */
@Command(
        name = "tokenwalk",
        version = "Tokenwalk 0.1.0",
        description = "Watch a language model choose its next word. Without a command, the window opens.",
        footer = "%n./tokenwalk test runs all tests.")
public final class Main implements Callable<Integer> {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    private Main() {}

    public static void main(String[] args) {
        // The words are English, so the numbers between them are too.
        Locale.setDefault(Locale.ENGLISH);
        System.exit(commandLine().execute(args));
    }

    private static CommandLine commandLine() {
        CommandLine root = new CommandLine(new Main());
        root.addSubcommand(new RenderCommand());
        LessonCommands.addTo(root);
        return RuntimeCommands.addTo(root);
    }

    @Override
    public Integer call() {
        Application.launch(TokenwalkApplication.class, model.path().toString());
        return 0;
    }
}
