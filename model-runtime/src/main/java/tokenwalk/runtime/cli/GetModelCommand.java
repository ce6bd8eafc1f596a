package tokenwalk.runtime.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tokenwalk.runtime.hub.Catalogue;
import tokenwalk.runtime.hub.CatalogueException;
import tokenwalk.runtime.hub.DownloadFailure;
import tokenwalk.runtime.hub.DownloadProgress;
import tokenwalk.runtime.hub.Hub;
import tokenwalk.runtime.hub.ModelDownload;
import tokenwalk.runtime.hub.ModelStore;
import tokenwalk.runtime.hub.StoredModel;
import tokenwalk.runtime.weights.ByteCount;

/** Loads a model of the catalogue. */
@Command(name = "get", description = "Load a model of the catalogue, or go on where it was broken off; print its path.")
final class GetModelCommand implements Runnable {
    private static final int STEP_PERCENT = 5;

    private final Output out;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "As './tokenwalk models' lists it.")
    private String name = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** The last step that was told; below all of them at first. */
    private int told = -1;

    GetModelCommand(Output out) {
        this.out = out;
    }

    @Override
    public void run() {
        PrintWriter err = command.commandLine().getErr();
        try {
            Catalogue catalogue = Catalogue.usual();
            Hub hub = new Hub(Hub.endpoint(Optional.ofNullable(System.getProperty(Hub.PROPERTY)), catalogue));
            ModelDownload download = new ModelDownload(ModelsCommand.find(catalogue, name), hub, ModelStore.usual());
            StoredModel model = download.run(progress -> tell(progress, err));
            out.line(model.path().toString());
        } catch (CatalogueException | DownloadFailure e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("The download was stopped. Run it again to go on from there.", e);
        }
    }

    /** A line each few percent, which a log can take as well as a terminal. */
    private void tell(DownloadProgress progress, PrintWriter err) {
        progress.notice().ifPresent(err::println);
        int step = (int) (progress.fraction() * 100) / STEP_PERCENT;
        if (progress.notice().isEmpty() && step != told && progress.of() > 0) {
            told = step;
            err.println(line(progress));
        }
    }

    private static String line(DownloadProgress progress) {
        StringBuilder line = new StringBuilder("%3d %%  %s of %s"
                .formatted(
                        (int) (progress.fraction() * 100),
                        ByteCount.text(progress.bytes()),
                        ByteCount.text(progress.of())));
        progress.bytesPerSecond().ifPresent(rate -> line.append(String.format(Locale.ROOT, ", %.1f MB/s", rate / 1e6)));
        progress.timeLeft().ifPresent(left -> line.append(", %s left".formatted(text(left))));
        return line.append("  ").append(progress.file()).toString();
    }

    private static String text(Duration left) {
        return left.toMinutes() < 1
                ? left.toSeconds() + " s"
                : "%d min %d s".formatted(left.toMinutes(), left.toSecondsPart());
    }
}
