package tokenwalk.runtime.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads one file: goes on from what is there, after any break, until it is whole and proves to be what was declared. */
final class FileTransfer {
    /** So much more than ever before, and the breaks until then are forgiven: a slow line may break often. */
    private static final long PROGRESS = 1 << 20;

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    private final HubClient client;
    private final HubSource source;
    private final RemoteFile file;
    private final Path part;
    private final ProgressMeter meter;
    private final Attempts attempts;
    private long furthest;

    FileTransfer(HubClient client, HubSource source, RemoteFile file, Path part, ProgressMeter meter, Time time) {
        this.client = client;
        this.source = source;
        this.file = file;
        this.part = part;
        this.meter = meter;
        this.attempts = new Attempts(time, meter::notice);
    }

    /**
     * @throws DownloadFailure if it cannot be had; what was loaded is kept, unless it proved wrong
     * @throws IOException if it cannot be written
     */
    void run() throws InterruptedException, IOException {
        receiveAll();
        if (!file.checksum().matches(part)) {
            Files.delete(part);
            meter.at(0);
            meter.notice("%s arrived with other contents than declared. Loading it again.".formatted(file.name()));
            receiveAll();
            if (!file.checksum().matches(part)) {
                Files.delete(part);
                throw DownloadFailure.wrongContents(file.name());
            }
        }
    }

    private void receiveAll() throws InterruptedException, IOException {
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.size() > file.size()) {
                channel.truncate(0);
            }
            furthest = channel.size();
            while (channel.size() < file.size()) {
                try {
                    receive(channel);
                } catch (BrokenTransfer broken) {
                    if (broken.next() == BrokenTransfer.Next.START_OVER) {
                        channel.truncate(0);
                        meter.at(0);
                    }
                    attempts.pauseAfter(broken);
                }
            }
            channel.force(true);
        }
    }

    /** One attempt. */
    private void receive(FileChannel channel) throws InterruptedException, IOException, BrokenTransfer {
        long here = channel.size();
        try (HubClient.Answer answer = client.get(source, file.name(), here)) {
            long at = firstByte(answer, here);
            channel.truncate(at).position(at);
            meter.at(at);
            for (Optional<List<ByteBuffer>> bytes = answer.body().read();
                    bytes.isPresent();
                    bytes = answer.body().read()) {
                for (ByteBuffer buffer : bytes.get()) {
                    at += buffer.remaining();
                    if (at > file.size()) {
                        throw BrokenTransfer.startOver("More of %s came than was declared".formatted(file.name()));
                    }
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                }
                arrived(at);
            }
            if (at < file.size()) {
                throw BrokenTransfer.dropped("%s ended too early".formatted(file.name()));
            }
        }
    }

    private void arrived(long at) {
        if (at >= furthest + PROGRESS) {
            furthest = at;
            attempts.succeeded();
        }
        meter.at(at);
    }

    /** @return where the body belongs: at the end of what is here, or at the beginning */
    private long firstByte(HubClient.Answer answer, long here) throws BrokenTransfer {
        switch (answer.status()) {
            case 206 -> {
                Matcher range =
                        CONTENT_RANGE.matcher(answer.header("Content-Range").orElse(""));
                boolean asked = range.matches()
                        && Long.parseLong(range.group(1)) == here
                        && (range.group(2).equals("*") || Long.parseLong(range.group(2)) == file.size());
                if (!asked) {
                    throw BrokenTransfer.startOver("Another part of %s came than was asked for".formatted(file.name()));
                }
                return here;
            }
            case 416 ->
                throw BrokenTransfer.startOver("The server knows nothing of the rest of %s".formatted(file.name()));
            default -> {
                // Whoever does not know of ranges sends all.
                return 0;
            }
        }
    }
}
