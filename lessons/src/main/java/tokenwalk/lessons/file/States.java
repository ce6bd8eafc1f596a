package tokenwalk.lessons.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tokenwalk.lessons.lesson.AppState;

/** Reads states that are not in a lesson, such as what a flashcard shows. */
public final class States {
    private States() {}

    /**
     * @param json a state as lessons write it
     * @throws IllegalArgumentException if it is none; the message tells every mistake
     */
    public static AppState read(String json) {
        Mistakes mistakes = new Mistakes("state");
        try {
            Optional<AppState> state = new StateReader(new Values(mistakes, _ -> Optional.empty()))
                    .read(JsonTree.read(json))
                    .filter(_ -> mistakes.none());
            return state.orElseThrow(() -> new IllegalArgumentException(words(mistakes.all())));
        } catch (JsonTree.MalformedException e) {
            throw new IllegalArgumentException(e.getMessage() + " " + e.mend(), e);
        }
    }

    private static String words(List<Mistake> mistakes) {
        return mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n"));
    }
}
