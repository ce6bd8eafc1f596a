package tokenwalk.lessons.practice;

import java.util.Optional;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.prose.Prose;

/**
 * A question on one side, its answer on the other.
 *
 * @param id what progress is kept under
 * @param shows the state of the app it speaks of
 */
public record Flashcard(String id, Prose question, Prose answer, Optional<AppState> shows) {}
