package tokenwalk.lessons.practice;

import java.util.List;

/** The cards that ship with the program. */
public final class Flashcards {
    private Flashcards() {}

    /** @return the cards of the bundled file, in its order */
    public static List<Flashcard> bundled() {
        return BundledList.read(
                "flashcards.json",
                entry -> new Flashcard(
                        entry.id(), entry.prose("question"), entry.prose("answer"), entry.state("shows")));
    }
}
