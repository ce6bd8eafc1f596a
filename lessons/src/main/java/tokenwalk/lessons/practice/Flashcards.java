package tokenwalk.lessons.practice;

import java.util.List;

/** The cards that ship with the program. */
public final class Flashcards {
    private Flashcards() {}

    public static List<Flashcard> bundled() {
        return List.of();
    }
}
