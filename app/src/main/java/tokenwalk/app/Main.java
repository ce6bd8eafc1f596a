package tokenwalk.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import tokenwalk.app.render.RenderCommand;

/** The program's entry. */
@Command(name = "tokenwalk", subcommands = RenderCommand.class)
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
