package tokenwalk.runtime.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a catalogue and checks all of it; the first mistake is told with its place and what to write instead. */
final class CatalogueReader {
    private static final int FORMAT = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?<![.]|[.]part)");
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*");
    private static final Pattern FILE_OR_REVISION = Pattern.compile("[A-Za-z0-9_][\\w.-]*");
    private static final Set<String> KEYS = Set.of("format", "endpoint", "models");
    private static final Set<String> MODEL_KEYS = Set.of(
            "name",
            "repository",
            "revision",
            "files",
            "optionalFiles",
            "parameters",
            "layers",
            "heads",
            "width",
            "vocabulary",
            "downloadBytes",
            "memoryBytes",
            "licence",
            "language",
            "goodFor");

    private final String file;

    /** @param file what messages call it */
    CatalogueReader(String file) {
        this.file = file;
    }

    Catalogue read(String text) {
        Entry root = new Entry(file, parse(text));
        root.onlyKeys(KEYS);
        if (root.whole("format", Integer.MAX_VALUE) != FORMAT) {
            throw root.wrong("format", "Write " + FORMAT + ", or use a newer Tokenwalk");
        }
        Optional<URI> endpoint =
                root.has("endpoint") ? Optional.of(endpoint(root, root.text("endpoint"))) : Optional.empty();
        List<CatalogueModel> models = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonElement element : root.array("models")) {
            String place = "%s: model %d".formatted(file, models.size() + 1);
            if (!(element instanceof JsonObject object)) {
                throw new CatalogueException(place + " is no object. Write it in { }.");
            }
            CatalogueModel model = model(new Entry(place, object));
            if (!names.add(model.name().toLowerCase(Locale.ROOT))) {
                throw new CatalogueException(
                        "%s has the name «%s» of a model before it. Give each its own.".formatted(place, model.name()));
            }
            models.add(model);
        }
        return new Catalogue(endpoint, models);
    }

    private JsonObject parse(String text) {
        try {
            if (JsonParser.parseString(text) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException | StackOverflowError e) {
            // Gson's own words end in the address of a web page.
            String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new CatalogueException(
                    "%s is not JSON: %s. Mend that place.".formatted(file, what.replaceFirst("^.*Exception: ", "")), e);
        }
        throw new CatalogueException(file + " is no JSON object. Write { \"format\": 1, \"models\": [ … ] }.");
    }

    private static URI endpoint(Entry root, String text) {
        try {
            return Hub.endpoint(text);
        } catch (DownloadFailure e) {
            throw root.wrong("endpoint", "Write an address such as " + Hub.USUAL_ENDPOINT);
        }
    }

    private static CatalogueModel model(Entry entry) {
        entry.onlyKeys(MODEL_KEYS);
        String name = entry.matching("name", NAME, "letters, digits and . - _ only, such as GPT-2");
        Entry named = entry.called(name);
        HubSource source = new HubSource(
                named.matching("repository", REPOSITORY, "the owner and the name, such as openai-community/gpt2"),
                named.has("revision")
                        ? named.matching("revision", FILE_OR_REVISION, "a branch, tag or commit, such as main")
                        : "main",
                files(named, "files"),
                named.has("optionalFiles") ? files(named, "optionalFiles") : List.of());
        if (source.allFiles().distinct().count() < source.allFiles().count()) {
            throw named.wrong("files", "Name each file once");
        }
        if (source.files().isEmpty()) {
            throw named.wrong("files", "Name at least one file, such as model.safetensors");
        }
        return new CatalogueModel(
                name,
                source,
                new CatalogueModel.Sizes(
                        named.whole("parameters", Long.MAX_VALUE),
                        (int) named.whole("layers", Integer.MAX_VALUE),
                        (int) named.whole("heads", Integer.MAX_VALUE),
                        (int) named.whole("width", Integer.MAX_VALUE),
                        (int) named.whole("vocabulary", Integer.MAX_VALUE)),
                new CatalogueModel.Costs(
                        named.whole("downloadBytes", Long.MAX_VALUE), named.whole("memoryBytes", Long.MAX_VALUE)),
                new CatalogueModel.About(named.text("licence"), named.text("language"), named.text("goodFor")));
    }

    private static List<String> files(Entry entry, String key) {
        List<String> files = new ArrayList<>();
        for (JsonElement element : entry.array(key)) {
            String name = element instanceof JsonPrimitive one && one.isString() ? one.getAsString() : "";
            if (!FILE_OR_REVISION.matcher(name).matches() || name.equals(DownloadRecord.FILE)) {
                throw entry.wrong(key, "Write names of files without folders, such as config.json");
            }
            files.add(name);
        }
        return files;
    }

    /**
     * An object of the catalogue.
     *
     * @param place where it stands, for messages
     */
    private record Entry(String place, JsonObject values) {
        Entry called(String name) {
            return new Entry("%s («%s»)".formatted(place, name), values);
        }

        boolean has(String key) {
            return values.has(key);
        }

        void onlyKeys(Set<String> known) {
            values.keySet().stream()
                    .filter(key -> !known.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        String all = String.join(", ", known.stream().sorted().toList());
                        throw new CatalogueException(
                                "%s: «%s» is not known. Take it away, or write one of %s.".formatted(place, key, all));
                    });
        }

        String text(String key) {
            if (values.get(key) instanceof JsonPrimitive value
                    && value.isString()
                    && !value.getAsString().isBlank()) {
                return value.getAsString();
            }
            throw wrong(key, "Write a text in quotes");
        }

        String matching(String key, Pattern pattern, String due) {
            String text = text(key);
            if (!pattern.matcher(text).matches()) {
                throw wrong(key, "Write " + due);
            }
            return text;
        }

        long whole(String key, long most) {
            try {
                if (values.get(key) instanceof JsonPrimitive value && value.isNumber()) {
                    long number = value.getAsBigDecimal().longValueExact();
                    if (number >= 1 && number <= most) {
                        return number;
                    }
                }
            } catch (ArithmeticException | NumberFormatException e) {
                throw wrong(key, "Write a whole number above 0");
            }
            throw wrong(key, "Write a whole number above 0");
        }

        JsonArray array(String key) {
            if (values.get(key) instanceof JsonArray array) {
                return array;
            }
            throw wrong(key, "Write a list in [ ]");
        }

        CatalogueException wrong(String key, String remedy) {
            String what = has(key) ? "says «%s»: %s".formatted(key, shortened(values.get(key))) : "lacks «" + key + "»";
            return new CatalogueException("%s %s. %s.".formatted(place, what, remedy));
        }

        private static String shortened(JsonElement value) {
            String text = value.toString();
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }
    }
}
