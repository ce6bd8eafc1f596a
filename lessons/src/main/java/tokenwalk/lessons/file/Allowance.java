package tokenwalk.lessons.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * How much a pack may hold. Bytes are counted as they come, since what a zip says of its sizes may be a lie.
 */
final class Allowance {
    static final int MOST_LESSONS = 200;
    static final int LESSON_BYTES = 1_000_000;
    static final int PICTURE_BYTES = 5_000_000;
    static final int TOTAL_BYTES = 50_000_000;

    private int left = TOTAL_BYTES;

    /**
     * @return all that a file of the pack holds
     * @throws FileRefusedException if this file is too large or damaged
     * @throws IOException if the pack is too large
     */
    byte[] read(PackFiles files, String name) throws IOException, FileRefusedException {
        int most = PackFiles.isLesson(name) ? LESSON_BYTES : PICTURE_BYTES;
        byte[] bytes = bytes(files, name, Math.min(most, left) + 1);
        if (bytes.length > most) {
            left = Math.max(0, left - bytes.length);
            throw new FileRefusedException(
                    "«" + name + "» is larger than " + most / 1_000_000 + " MB.", "Make it smaller.");
        }
        if (bytes.length > left) {
            throw new IOException("The lessons and pictures here are larger than " + TOTAL_BYTES / 1_000_000
                    + " MB together. Make the pictures smaller, or divide the lessons into several packs.");
        }
        left -= bytes.length;
        return bytes;
    }

    private static byte[] bytes(PackFiles files, String name, int most) throws FileRefusedException {
        try (InputStream in = files.open(name)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new FileRefusedException(
                    "«" + name + "» cannot be read (" + e.getMessage() + ").", "Save or copy it again.");
        }
    }
}
