package tokenwalk.lessons.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** The files of a pack, wherever they lie. Their names are plain: nothing in them leads to another folder. */
interface PackFiles extends Closeable {
    /** @return the names of lessons and pictures, in order */
    List<String> names();

    /** @throws FileRefusedException if this one is not to be read */
    InputStream open(String name) throws IOException, FileRefusedException;

    static boolean isLesson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    static boolean isPicture(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    /** Systems hide files of their own beside the user's, some with the same ending: {@code ._01-tokens.json}. */
    static boolean belongs(String name) {
        return !name.startsWith(".") && (isLesson(name) || isPicture(name));
    }
}
