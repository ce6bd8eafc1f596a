package tokenwalk.lessons.file;

import java.util.Collection;
import tokenwalk.lessons.fact.NearestName;

/** Tells who wrote an unknown name what to write. */
final class KnownNames {
    private KnownNames() {}

    /** @return a question that names what was probably meant, or else a list of all there are */
    static String mend(String written, Collection<String> known) {
        return NearestName.of(written, known)
                .map("Did you mean «%s»?"::formatted)
                .orElseGet(() -> "There are: " + String.join(", ", known) + ".");
    }
}
