package tokenwalk.runtime.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models that can be loaded. A school may replace it by a file of its own; docs/catalogue.md says what it holds.
 *
 * @param endpoint where this catalogue's models are loaded from, if not from the usual hub
 */
public record Catalogue(Optional<URI> endpoint, List<CatalogueModel> models) {
    /** Names a file to use instead of the catalogue that ships with Tokenwalk. */
    public static final String PROPERTY = "tokenwalk.catalogue";

    /** Does the same, where the property is not set. */
    public static final String VARIABLE = "TOKENWALK_CATALOGUE";

    private static final String SHIPPED = "catalogue.json";
    private static final long LARGEST = 4L << 20;

    public Catalogue {
        models = List.copyOf(models);
    }

    /**
     * @return the catalogue of the setting, else of the environment, else the one that ships with Tokenwalk
     * @throws CatalogueException if it cannot be used
     */
    public static Catalogue usual() {
        return of(Optional.ofNullable(System.getProperty(PROPERTY)), System.getenv());
    }

    static Catalogue of(Optional<String> setting, Map<String, String> environment) {
        return Stream.of(setting, Optional.ofNullable(environment.get(VARIABLE)))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(Catalogue::path)
                .map(Catalogue::read)
                .orElseGet(Catalogue::shipped);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new CatalogueException(
                    "The catalogue «%s» cannot be a file here. Correct %s or %s.".formatted(name, PROPERTY, VARIABLE),
                    e);
        }
    }

    /** @return the catalogue that ships with Tokenwalk */
    public static Catalogue shipped() {
        try (InputStream resource = Objects.requireNonNull(Catalogue.class.getResourceAsStream(SHIPPED))) {
            return new CatalogueReader(SHIPPED).read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws CatalogueException if the file is missing, or anything in it is wrong; the message says where */
    public static Catalogue read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new CatalogueException("There is no catalogue %s. Correct %s or %s, or take it away."
                        .formatted(file, PROPERTY, VARIABLE));
            }
            if (Files.size(file) > LARGEST) {
                throw new CatalogueException(file + " is larger than a catalogue ever is. Name another file.");
            }
            return new CatalogueReader(file.toString()).read(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new CatalogueException(file + " is not UTF-8 text. Save it as UTF-8.", e);
        } catch (IOException e) {
            throw new CatalogueException(
                    "The catalogue %s cannot be read: %s. Make it readable.".formatted(file, Reasons.of(e)), e);
        }
    }

    /** @return the model of a name, however it is capitalised */
    public Optional<CatalogueModel> find(String name) {
        return models.stream()
                .filter(model -> model.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
