package tokenwalk.app.presenter;

import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.prose.Prose;

/** The right answer to the open step's question. */
final class Key {
    private Key() {}

    /** @return in one line; empty if the step asks nothing, or nobody judges the answer, or it is not computed yet */
    static String of(LessonPlayer player) {
        Answer wanted = player.question().wantedProperty().get();
        @Nullable FactValue sought = player.question().soughtProperty().get();
        return switch (wanted) {
            case null -> "";
            case Answer.Open _ -> "";
            case Answer.Choice choice -> {
                Prose right = player.wordingProperty().getValue().choices().get(choice.correct());
                yield (char) ('A' + choice.correct()) + " · " + right.plainText();
            }
            case Answer.Numeric _, Answer.OneToken _ -> sought == null ? "" : sought.words();
        };
    }
}
