package tokenwalk.lessons.file;

import java.util.Optional;

/** The pictures of a pack. */
interface Pictures {
    /** @return why the pack cannot show a picture of this name, and how to mend it; none if it can */
    Optional<String> refusal(String name);
}
