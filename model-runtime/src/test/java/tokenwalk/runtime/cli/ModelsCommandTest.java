package tokenwalk.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tokenwalk.runtime.Golden;
import tokenwalk.runtime.hub.Catalogue;
import tokenwalk.runtime.hub.Hub;
import tokenwalk.runtime.hub.HubServer;
import tokenwalk.runtime.hub.ModelStore;

/** From the catalogue to a model that runs, against a hub on the loopback interface. */
class ModelsCommandTest {
    @TempDir
    Path folder;

    private HubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new HubServer();
        List<String> names;
        try (Stream<Path> files = Files.list(Golden.resource("golden/tiny-gpt2"))) {
            names = files.map(file -> {
                        String name = file.getFileName().toString();
                        try {
                            server.with(name, Files.readAllBytes(file));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                        return name;
                    })
                    .sorted()
                    .toList();
        }
        Path catalogue = Files.writeString(folder.resolve("catalogue.json"), server.catalogue(names));
        System.setProperty(Catalogue.PROPERTY, catalogue.toString());
        System.setProperty(ModelStore.CACHE_PROPERTY, folder.toString());
        // Whatever the environment of whoever runs the tests says.
        System.setProperty(Hub.PROPERTY, server.endpoint().toString());
    }

    @AfterEach
    void stop() {
        server.close();
        List.of(Catalogue.PROPERTY, ModelStore.CACHE_PROPERTY, Hub.PROPERTY).forEach(System::clearProperty);
    }

    @Test
    void listsTheCatalogueAndAsksNobody() {
        CommandRun run = CommandRun.of("models");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("NAME", "PARAMETERS")
                .containsPattern("Tiny +0\\.0 M +2 +3 +4 +5 +2\\.0 MB +3\\.0 MB +MIT\n");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void getsAModelThatRuns() {
        CommandRun run = CommandRun.of("models", "get", "tiny");

        assertThat(run.err()).contains("  0 %", "100 %  13.3 MB of 13.3 MB");
        assertThat(run.out()).isEqualTo(folder.resolve("models/Tiny") + "\n");
        assertThat(CommandRun.of("info", "--model", run.out().strip()).out())
                .containsPattern("name +Tiny\n")
                .containsPattern("layers +12\n");
        assertThat(CommandRun.of("models").out())
                .contains("is here")
                .contains("13.3 MB  " + folder.resolve("models/Tiny"));
    }

    @Test
    void removesIt() {
        CommandRun.of("models", "get", "Tiny");

        assertThat(CommandRun.of("models", "remove", "Tiny").exitCode()).isZero();
        assertThat(folder.resolve("models/Tiny")).doesNotExist();
        assertThat(CommandRun.of("models", "remove", "Tiny"))
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "There is no model «Tiny» in %s. See './tokenwalk models'.\n"
                                .formatted(folder.resolve("models"))));
    }

    @Test
    void tellsInOneLineWhatIsWrong() throws Exception {
        assertThat(CommandRun.of("models", "get", "gpt5"))
                .isEqualTo(new CommandRun(1, "", "The catalogue has no model «gpt5»; it has Tiny.\n"));

        Files.writeString(folder.resolve("catalogue.json"), "{");
        CommandRun run = CommandRun.of("models");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("catalogue.json is not JSON").hasLineCount(1);
    }
}
