package tokenwalk.runtime.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tokenwalk.runtime.hub.DownloadFailure;
import tokenwalk.runtime.hub.ModelStore;

/** Removes a model from the store. */
@Command(name = "remove", description = "Remove a model that was loaded, whole or in part.")
final class RemoveModelCommand implements Runnable {
    @Parameters(paramLabel = "NAME", description = "As './tokenwalk models' lists it.")
    private String name = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public void run() {
        try {
            ModelStore.usual().remove(name);
        } catch (DownloadFailure e) {
            throw new CommandFailure(e);
        }
    }
}
