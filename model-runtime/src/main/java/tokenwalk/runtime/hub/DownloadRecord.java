package tokenwalk.runtime.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tokenwalk.runtime.weights.WholeFile;

/** Says, in a model's folder, where its files come from: to go on with a download, and later to know what one has. */
record DownloadRecord(String repository, String revision, List<RemoteFile> files) {
    /** Its name in the folder. */
    static final String FILE = "download.json";

    private static final long LARGEST = 1L << 20;

    DownloadRecord {
        files = List.copyOf(files);
    }

    static DownloadRecord of(HubSource source, List<RemoteFile> files) {
        return new DownloadRecord(source.repository(), source.revision(), files);
    }

    boolean isOf(HubSource source) {
        return repository.equals(source.repository()) && revision.equals(source.revision());
    }

    /** @return what the folder's record says; none if it has none, or a damaged one */
    static Optional<DownloadRecord> read(Path folder) {
        Path path = folder.resolve(FILE);
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            JsonObject root = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
            List<RemoteFile> files = new ArrayList<>();
            for (JsonElement element : root.getAsJsonArray("files")) {
                JsonObject file = element.getAsJsonObject();
                files.add(new RemoteFile(
                        file.get("name").getAsString(),
                        file.get("size").getAsLong(),
                        new Checksum(file.get("etag").getAsString())));
            }
            return Optional.of(new DownloadRecord(
                    root.get("repository").getAsString(), root.get("revision").getAsString(), files));
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | ClassCastException
                | NullPointerException e) {
            // Whatever is wrong with it, the remedy is the same: without it nothing there is trusted.
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        JsonObject root = new JsonObject();
        root.addProperty("repository", repository);
        root.addProperty("revision", revision);
        JsonArray array = new JsonArray();
        for (RemoteFile file : files) {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", file.name());
            entry.addProperty("size", file.size());
            entry.addProperty("etag", file.checksum().hex());
            array.add(entry);
        }
        root.add("files", array);
        byte[] bytes = root.toString().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(FILE), out -> out.write(bytes));
    }
}
