package tokenwalk.lessons.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The pictures that the lessons of a pack ask for: read when the first lesson does, and only those. */
final class PackPictures implements Pictures {
    private static final int LONGEST_SIDE = 8_000;
    /** A few bytes of PNG can stand for gigabytes of pixels; this many take 64 MB. */
    private static final long MOST_PIXELS = 16_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private final PackFiles files;
    private final Allowance allowance;
    private final Map<String, byte[]> read = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();

    PackPictures(PackFiles files, Allowance allowance) {
        this.files = files;
        this.allowance = allowance;
    }

    @Override
    public Optional<String> refusal(String name) {
        if (!read.containsKey(name) && !refused.containsKey(name)) {
            try {
                read.put(name, checked(name));
            } catch (FileRefusedException e) {
                refused.put(name, e.words());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.ofNullable(refused.get(name));
    }

    /** @return the pictures that were asked for and can be shown */
    Map<String, byte[]> all() {
        return Map.copyOf(read);
    }

    private byte[] checked(String name) throws FileRefusedException, IOException {
        if (!PackFiles.isPicture(name)) {
            throw new FileRefusedException(
                    "«" + name + "» is no picture that a lesson can show.", "Use a PNG or JPEG file.");
        }
        if (name.matches(".*[/\\\\:].*") || name.startsWith("..")) {
            throw new FileRefusedException(
                    "«" + name + "» is not in the lesson's own folder.", "Put it there and write its bare name.");
        }
        if (!files.names().contains(name)) {
            throw new FileRefusedException(
                    "There is no picture «" + name + "».",
                    "Put it into the lesson's folder; capital and small letters count.");
        }
        byte[] bytes = allowance.read(files, name);
        checkDimensions(name, bytes, format(name, bytes));
        return bytes;
    }

    /** By what the file begins with: its name may say anything. */
    private static String format(String name, byte[] bytes) throws FileRefusedException {
        if (beginsWith(bytes, PNG)) {
            return "png";
        }
        if (beginsWith(bytes, JPEG)) {
            return "jpeg";
        }
        throw new FileRefusedException("«" + name + "» is neither PNG nor JPEG inside.", "Save it as a PNG file.");
    }

    private static boolean beginsWith(byte[] bytes, byte[] magic) {
        return bytes.length > magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** Reads the header only. */
    private static void checkDimensions(String name, byte[] bytes, String format) throws FileRefusedException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                throw new FileRefusedException(
                        "«%s» has %,d × %,d points.".formatted(name, width, height),
                        "Scale it down: %,d on a side and %,d million together are the most."
                                .formatted(LONGEST_SIDE, MOST_PIXELS / 1_000_000));
            }
        } catch (IOException | RuntimeException e) {
            // The reader of the JDK answers some broken headers with other exceptions than its own.
            throw new FileRefusedException("«" + name + "» is a damaged picture.", "Save it again.");
        } finally {
            reader.dispose();
        }
    }
}
