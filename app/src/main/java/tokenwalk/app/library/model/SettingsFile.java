package tokenwalk.app.library.model;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import tokenwalk.lessons.progress.ProgressFile;
import tokenwalk.runtime.weights.WholeFile;

/** The small file in which the library's settings are kept. */
public final class SettingsFile {
    private static final String HUB = "hub";
    private static final String OPENED = "opened.";

    private final Path path;

    public SettingsFile(Path path) {
        this.path = path;
    }

    /** @return the file in the user's data folder, beside that of the progress */
    public static Path usualPlace() {
        return ProgressFile.usualPlace().resolveSibling("settings.properties");
    }

    /** @throws IOException if it cannot be read; the message says why and how to mend it */
    synchronized Settings load() throws IOException {
        if (!Files.exists(path)) {
            return Settings.NONE;
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            Properties read = new Properties();
            read.load(reader);
            List<Path> opened = new ArrayList<>();
            for (int i = 1; read.containsKey(OPENED + i); i++) {
                opened.add(Path.of(read.getProperty(OPENED + i)));
            }
            return new Settings(Optional.ofNullable(read.getProperty(HUB)).map(URI::create), opened);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "The settings in %s cannot be read: %s. Mend the file or delete it.".formatted(path, reason(e)), e);
        }
    }

    /** @throws IOException if they cannot be kept; the message says why */
    synchronized void save(Settings settings) throws IOException {
        Properties written = new Properties();
        settings.hub().ifPresent(hub -> written.setProperty(HUB, hub.toString()));
        for (int i = 0; i < settings.opened().size(); i++) {
            written.setProperty(OPENED + (i + 1), settings.opened().get(i).toString());
        }
        try {
            Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder"));
            WholeFile.write(path, out -> {
                OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                written.store(writer, "Tokenwalk");
            });
        } catch (IOException e) {
            throw new IOException("The settings cannot be kept in %s: %s.".formatted(path, reason(e)), e);
        }
    }

    private static String reason(Exception cause) {
        return switch (cause) {
            case InvalidPathException e -> "«" + e.getInput() + "» is no path";
            default -> Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
        };
    }
}
