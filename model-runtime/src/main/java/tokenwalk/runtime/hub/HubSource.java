package tokenwalk.runtime.hub;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which files of the hub make up a model.
 *
 * @param repository «owner/name»
 * @param revision a branch, tag or commit
 * @param files those without which it cannot be opened
 * @param optionalFiles those that are loaded where the hub has them
 */
public record HubSource(String repository, String revision, List<String> files, List<String> optionalFiles) {
    public HubSource {
        files = List.copyOf(files);
        optionalFiles = List.copyOf(optionalFiles);
    }

    Stream<String> allFiles() {
        return Stream.concat(files.stream(), optionalFiles.stream());
    }
}
