package tokenwalk.lessons.file;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.StepFrame;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Prose;

/** Reads one step of a lesson. What is wrong in it is told; what is returned then only stands in for it. */
final class StepReader {
    private static final double USUAL_PATIENCE = 20;
    private static final Range SECONDS = Range.whole(0, 600);

    private final Values values;
    private final StateReader states;
    private final TaskReader tasks;
    private final AnswerReader answers;

    StepReader(Values values) {
        this.values = values;
        this.states = new StateReader(values);
        this.tasks = new TaskReader(values);
        this.answers = new AnswerReader(values);
    }

    private enum Kind {
        EXPLAIN,
        SET,
        DO,
        PREDICT,
        ASK;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Optional<Step> read(JsonNode node) {
        return values.keys(node, "A step")
                .flatMap(keys -> keys.required(
                                "step",
                                kind -> values.oneOf(kind, "kind of step", Arrays.asList(Kind.values()), Kind::written))
                        .flatMap(kind -> step(kind, keys.calledBy("A step «" + kind.written() + "»"))));
    }

    private Optional<Step> step(Kind kind, Keys keys) {
        StepFrame frame = frame(kind, keys);
        Optional<Step> step = switch (kind) {
            case EXPLAIN -> Optional.of(new Step.Explain(frame));
            case SET -> set(frame, keys);
            case DO -> task(frame, keys);
            case PREDICT -> predict(frame, keys);
            case ASK -> ask(frame, keys);
        };
        keys.noOthers();
        return step;
    }

    private StepFrame frame(Kind kind, Keys keys) {
        Optional<Prose> text =
                kind == Kind.SET ? keys.optional("text", values::prose) : keys.required("text", values::prose);
        return new StepFrame(
                keys.optional("id", values::text),
                text.orElse(Prose.EMPTY),
                targets("highlight", keys),
                prose("notes", keys),
                keys.optional("next", values::text));
    }

    private Optional<Step> set(StepFrame frame, Keys keys) {
        Optional<AppState> state = keys.required("state", states::read);
        return state.map(known -> new Step.Set(frame, known));
    }

    private Optional<Step> task(StepFrame frame, Keys keys) {
        Optional<Task> until = keys.required("until", tasks::read);
        Prose hint = prose("hint", keys);
        double patience = keys.optional("hint_after", node -> values.number(node, SECONDS))
                .orElse(USUAL_PATIENCE);
        return until.map(known -> new Step.Do(frame, known, new Step.Hint(hint, Duration.ofSeconds((long) patience))));
    }

    private Optional<Step> predict(StepFrame frame, Keys keys) {
        Optional<Answer> answer = keys.required("answer", answers::read);
        Optional<Prose> reveal = keys.required("reveal", values::prose);
        List<Target> cover = targets("cover", keys);
        return answer.map(known -> new Step.Predict(frame, known, reveal.orElse(Prose.EMPTY), cover));
    }

    private Optional<Step> ask(StepFrame frame, Keys keys) {
        Optional<Answer> answer = keys.required("answer", answers::read);
        Prose hint = prose("hint", keys);
        Prose reveal = prose("reveal", keys);
        Optional<String> ifWrong = keys.optional("if_wrong", values::text);
        return answer.map(known -> new Step.Ask(frame, known, hint, reveal, ifWrong));
    }

    private Prose prose(String key, Keys keys) {
        return keys.optional(key, values::prose).orElse(Prose.EMPTY);
    }

    private List<Target> targets(String key, Keys keys) {
        return keys.optional(key, node -> values.list(node, values::target)).orElse(List.of());
    }
}
