package tokenwalk.app.lesson.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.AppState.Choosing;
import tokenwalk.lessons.lesson.AppState.Selection;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Place;

/** What the steps up to a place have made of the app, so that a lesson can go on from there. */
final class LessonPath {
    /** Every lesson begins where the app does, whatever was tried before. */
    private static final AppState BEGINNING = new AppState(
            Optional.of(Place.ATTENTION),
            Optional.empty(),
            new Selection(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Expression.NumberLiteral(0))),
            Map.of(
                    Task.Knob.TEMPERATURE,
                    1.0,
                    Task.Knob.TOP_K,
                    0.0,
                    Task.Knob.TOP_P,
                    1.0,
                    Task.Knob.SEED,
                    (double) GenerationModel.DEFAULT_SEED,
                    Task.Knob.MAXIMUM,
                    (double) GenerationModel.DEFAULT_MAXIMUM),
            new Choosing(Optional.of(false), Optional.of(List.of()), Optional.of(0)),
            Optional.of(false));

    private LessonPath() {}

    /** @return the steps of one who answers all rightly, from the first to this one; all before it if it is off that path */
    static List<Integer> to(Lesson lesson, int index) {
        List<Integer> path = new ArrayList<>();
        Optional<Integer> step = Optional.of(0);
        while (step.isPresent() && !path.contains(step.get())) {
            path.add(step.get());
            if (step.get() == index) {
                return path;
            }
            step = lesson.after(step.get(), true);
        }
        return IntStream.rangeClosed(0, index).boxed().toList();
    }

    /** @return the state in which the last of these steps begins */
    static AppState stateAt(Lesson lesson, List<Integer> path) {
        AppState state = BEGINNING;
        if (lesson.text().isPresent()) {
            state = merged(state, showing(lesson.text().get()));
        }
        for (int i = 0; i < path.size(); i++) {
            Step step = lesson.steps().get(path.get(i));
            boolean last = i == path.size() - 1;
            if (step instanceof Step.Set set) {
                state = merged(state, set.state());
            } else if (step instanceof Step.Do task && !last) {
                state = merged(state, done(task.until(), state));
            }
        }
        return state;
    }

    /** @return what a task would have done to a state */
    static AppState done(Task task, AppState before) {
        int appended = before.choosing().generated().orElse(0);
        return switch (task) {
            case Task.ChooseSentence(Optional<String> text) ->
                text.map(LessonPath::showing).orElse(AppState.UNCHANGED);
            case Task.ChooseToken(Expression position) ->
                selecting(new Selection(Optional.empty(), Optional.empty(), Optional.of(position), Optional.empty()));
            case Task.MoveToLevel(Expression level) ->
                selecting(new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(level)));
            case Task.ChooseLayer(Expression layer) ->
                selecting(new Selection(Optional.of(layer), Optional.empty(), Optional.empty(), Optional.empty()));
            case Task.ChooseHead(Expression head) ->
                selecting(new Selection(Optional.empty(), Optional.of(head), Optional.empty(), Optional.empty()));
            case Task.ShowVectors() ->
                new AppState(
                        Optional.empty(),
                        Optional.empty(),
                        Selection.UNCHANGED,
                        Map.of(),
                        Choosing.UNCHANGED,
                        Optional.of(true));
            case Task.OpenScreen(Place screen) ->
                new AppState(
                        Optional.of(screen),
                        Optional.empty(),
                        Selection.UNCHANGED,
                        Map.of(),
                        Choosing.UNCHANGED,
                        Optional.empty());
            case Task.SetKnob(Task.Knob knob, double value) ->
                new AppState(
                        Optional.empty(),
                        Optional.empty(),
                        Selection.UNCHANGED,
                        Map.of(knob, value),
                        Choosing.UNCHANGED,
                        Optional.empty());
            case Task.ChooseDrawing(boolean drawing) ->
                choosing(new Choosing(Optional.of(drawing), Optional.empty(), Optional.empty()));
            case Task.Press(Task.Button button, int times) ->
                switch (button) {
                    case STEP -> appending(appended + times);
                    case BACK -> appending(Math.max(0, appended - times));
                    case RESET -> appending(0);
                    case PLAY ->
                        appending(before.knobs()
                                .getOrDefault(Task.Knob.MAXIMUM, (double) GenerationModel.DEFAULT_MAXIMUM)
                                .intValue());
                    // Draws leave nothing behind in the text.
                    case SAMPLE -> AppState.UNCHANGED;
                };
            // A text of the learner's own cannot be made up.
            case Task.TypeText _ -> AppState.UNCHANGED;
        };
    }

    private static AppState showing(String text) {
        return new AppState(
                Optional.empty(),
                Optional.of(new Expression.TextLiteral(text)),
                Selection.UNCHANGED,
                Map.of(),
                Choosing.UNCHANGED,
                Optional.empty());
    }

    private static AppState selecting(Selection selection) {
        return new AppState(
                Optional.empty(), Optional.empty(), selection, Map.of(), Choosing.UNCHANGED, Optional.empty());
    }

    private static AppState choosing(Choosing choosing) {
        return new AppState(
                Optional.empty(), Optional.empty(), Selection.UNCHANGED, Map.of(), choosing, Optional.empty());
    }

    private static AppState appending(int generated) {
        return choosing(new Choosing(Optional.empty(), Optional.empty(), Optional.of(generated)));
    }

    /** @return one state after the other: what the later one names wins, and a new text takes with it what hung on the old */
    static AppState merged(AppState first, AppState then) {
        Map<Task.Knob, Double> knobs = new EnumMap<>(Task.Knob.class);
        knobs.putAll(first.knobs());
        knobs.putAll(then.knobs());
        boolean newText = then.text().isPresent();
        boolean longerText = then.choosing().generated().isPresent();
        Selection old = first.selection();
        boolean keepsHead = !newText || !isOfCatalogue(then.text().get());
        Selection selection = new Selection(
                then.selection().layer().or(() -> keepsHead ? old.layer() : Optional.empty()),
                then.selection().head().or(() -> keepsHead ? old.head() : Optional.empty()),
                then.selection().token().or(() -> newText || longerText ? Optional.empty() : old.token()),
                then.selection().level().or(old::level));
        Choosing choosing = new Choosing(
                then.choosing().drawing().or(first.choosing()::drawing),
                then.choosing().stopStrings().or(first.choosing()::stopStrings),
                then.choosing()
                        .generated()
                        .or(() -> newText ? Optional.of(0) : first.choosing().generated()));
        return new AppState(
                then.screen().or(first::screen),
                then.text().or(first::text),
                selection,
                knobs,
                choosing,
                then.vectors().or(first::vectors));
    }

    /** A sentence of the catalogue comes with its layer and head. */
    private static boolean isOfCatalogue(Expression text) {
        return text instanceof Expression.TextLiteral literal
                && SentenceCatalogue.bundled().stream()
                        .anyMatch(sentence -> sentence.text().equals(literal.text()));
    }
}
