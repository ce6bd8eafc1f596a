package tokenwalk.runtime.hub;

import java.nio.file.Path;

/**
 * A model in the store's folder.
 *
 * @param path what to open: a folder, or a .gguf file
 * @param bytes what it takes on disk
 */
public record StoredModel(String name, Path path, long bytes) {}
