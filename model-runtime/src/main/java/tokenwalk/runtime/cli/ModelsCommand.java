package tokenwalk.runtime.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tokenwalk.runtime.hub.Catalogue;
import tokenwalk.runtime.hub.CatalogueException;
import tokenwalk.runtime.hub.CatalogueModel;
import tokenwalk.runtime.hub.DownloadFailure;
import tokenwalk.runtime.hub.ModelStore;
import tokenwalk.runtime.hub.StoredModel;
import tokenwalk.runtime.weights.ByteCount;

/** Lists the models that can be loaded and those that are here. */
@Command(name = "models", description = "List models; load or remove one.")
final class ModelsCommand implements Runnable {
    private static final String ROW = "%-22s %12s %6s %5s %5s %10s %9s %9s  %-10s %s";

    private final Output out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private ModelsCommand(Output out) {
        this.out = out;
    }

    static void addTo(CommandLine root, Output out) {
        root.addSubcommand(new CommandLine(new ModelsCommand(out))
                .addSubcommand(new GetModelCommand(out))
                .addSubcommand(new RemoveModelCommand()));
    }

    @Override
    public void run() {
        try {
            list(Catalogue.usual(), ModelStore.usual());
        } catch (CatalogueException | DownloadFailure e) {
            throw new CommandFailure(e);
        }
    }

    private void list(Catalogue catalogue, ModelStore store) {
        out.line("To load with './tokenwalk models get NAME':");
        out.line(ROW.formatted(
                "NAME", "PARAMETERS", "LAYERS", "HEADS", "WIDTH", "VOCABULARY", "SIZE", "MEMORY", "LICENCE", ""));
        catalogue
                .models()
                .forEach(model -> out.line(row(model, state(model, store)).stripTrailing()));
        List<StoredModel> here = store.models();
        if (!here.isEmpty()) {
            out.line("");
            out.line("Here, to open with --model PATH:");
            here.forEach(model ->
                    out.line("%-22s %9s  %s".formatted(model.name(), ByteCount.text(model.bytes()), model.path())));
        }
    }

    private static String row(CatalogueModel model, String state) {
        CatalogueModel.Sizes sizes = model.sizes();
        return ROW.formatted(
                model.name(),
                String.format(Locale.ROOT, "%.1f M", sizes.parameters() / 1e6),
                sizes.layers(),
                sizes.heads(),
                sizes.width(),
                String.format(Locale.ROOT, "%,d", sizes.vocabulary()),
                ByteCount.text(model.costs().downloadBytes()),
                ByteCount.text(model.costs().memoryBytes()),
                model.about().licence(),
                state);
    }

    private static String state(CatalogueModel model, ModelStore store) {
        if (store.find(model).isPresent()) {
            return "is here";
        }
        Optional<StoredModel> partial = store.partial().stream()
                .filter(one -> one.name().equals(model.name()))
                .findFirst();
        return partial.map(one -> ByteCount.text(one.bytes()) + " are here").orElse("");
    }

    static CatalogueModel find(Catalogue catalogue, String name) {
        return catalogue
                .find(name)
                .orElseThrow(() -> new CommandFailure("The catalogue has no model «%s»; it has %s."
                        .formatted(
                                name,
                                catalogue.models().stream()
                                        .map(CatalogueModel::name)
                                        .collect(Collectors.joining(", ")))));
    }
}
