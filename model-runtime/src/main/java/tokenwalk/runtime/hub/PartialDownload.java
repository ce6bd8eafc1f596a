package tokenwalk.runtime.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which a model's files gather until all are whole. */
final class PartialDownload {
    private final Path folder;
    private final List<RemoteFile> files;

    private PartialDownload(Path folder, List<RemoteFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Keeps what is there of the files as they are declared now, and throws away all else. */
    static PartialDownload open(Path folder, HubSource source, List<RemoteFile> files) throws IOException {
        Files.createDirectories(folder);
        List<RemoteFile> before = DownloadRecord.read(folder)
                .filter(record -> record.isOf(source))
                .map(DownloadRecord::files)
                .orElse(List.of());
        List<String> kept = files.stream()
                .filter(before::contains)
                .map(RemoteFile::name)
                .filter(name -> Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .toList();
        try (Stream<Path> there = Files.list(folder)) {
            for (Path one : there.toList()) {
                if (!kept.contains(String.valueOf(one.getFileName()))) {
                    FileTree.delete(one);
                }
            }
        }
        DownloadRecord.of(source, files).write(folder);
        return new PartialDownload(folder, files);
    }

    Path path(RemoteFile file) {
        return folder.resolve(file.name());
    }

    /** @return how many of a file's bytes are here */
    long held(RemoteFile file) throws IOException {
        Path path = path(file);
        long there = Files.exists(path) ? Files.size(path) : 0;
        return there <= file.size() ? there : 0;
    }

    /** @return how many bytes of all files are still to come */
    long missing() throws IOException {
        long missing = 0;
        for (RemoteFile file : files) {
            missing += file.size() - held(file);
        }
        return missing;
    }

    /** Makes it the model's folder, at one stroke. */
    void moveTo(Path place) throws IOException {
        Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
    }
}
