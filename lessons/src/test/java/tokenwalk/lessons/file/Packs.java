package tokenwalk.lessons.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Lessons and packs to test with. */
final class Packs {
    private Packs() {}

    /** A whole lesson. */
    static String lesson(String words) {
        return """
                {
                  "format": 1,
                  "title": "A lesson",
                  "audience": "Everyone",
                  "minutes": 5,
                  "goals": ["See it"],
                  "steps": [
                    {"step": "explain", "text": "%s"}
                  ]
                }
                """.formatted(words);
    }

    static byte[] png(int width, int height) throws IOException {
        return picture("png", width, height);
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    static Map<String, byte[]> files(String name, String content) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name, content.getBytes(UTF_8));
        return files;
    }

    static Path zip(Path place, Map<String, byte[]> files) throws IOException {
        Files.write(place, zipped(files));
        return place;
    }

    static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Replaces text within bytes, to make a zip that no library would. */
    static byte[] forged(byte[] zip, String from, String to) {
        return new String(zip, ISO_8859_1).replace(from, to).getBytes(ISO_8859_1);
    }
}
