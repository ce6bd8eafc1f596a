package tokenwalk.runtime.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Keeps all others, in this program and in others, from changing one model. Its empty file stays when it is given back:
 * whoever deletes one may take it from under somebody who has just opened it.
 */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;
    private final Set<String> taken;
    private final String name;

    private StoreLock(FileChannel channel, Set<String> taken, String name) {
        this.channel = channel;
        this.taken = taken;
        this.name = name;
    }

    /**
     * @param taken the names locked by this program; on some systems, to open and close the file a second time would give
     *     the lock away
     * @throws DownloadFailure if somebody else has it
     */
    static StoreLock take(Path file, String name, Set<String> taken) throws IOException {
        if (!taken.add(name)) {
            throw DownloadFailure.inUse(name);
        }
        boolean held = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.tryLock() != null;
            if (!held) {
                throw DownloadFailure.inUse(name);
            }
            return new StoreLock(channel, taken, name);
        } catch (OverlappingFileLockException e) {
            throw DownloadFailure.inUse(name);
        } finally {
            if (!held) {
                taken.remove(name);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            taken.remove(name);
        }
    }
}
