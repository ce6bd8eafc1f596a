package tokenwalk.app.lesson.model;

import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.Judge;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Prose;

/**
 * A step for one text: its words, what it points at, and what it wants.
 *
 * @param sought the answer to its question, or the number its task wants; none if it has none, or none yet
 * @param problem why there is none, in one line; empty if all is well
 */
record StepContents(Wording wording, Pointing pointing, Optional<FactValue> sought, String problem) {
    static final StepContents NONE = new StepContents(Wording.NONE, Pointing.NONE, Optional.empty(), "");

    /** @return the step as it is written */
    static StepContents asWritten(Step step) {
        return new StepContents(
                wording(step), new Pointing(step.frame().highlight(), cover(step)), Optional.empty(), "");
    }

    /** Computes the step's facts; may take a while, so not on the FX thread. */
    static StepContents of(Step step, LiveFacts facts) {
        Wording written = wording(step);
        Wording filled = new Wording(
                FilledProse.of(written.text(), facts),
                FilledProse.of(written.notes(), facts),
                FilledProse.of(written.hint(), facts),
                FilledProse.of(written.reveal(), facts),
                written.choices().stream()
                        .map(choice -> FilledProse.of(choice, facts))
                        .toList());
        Pointing pointing = new Pointing(targets(step.frame().highlight(), facts), targets(cover(step), facts));
        try {
            return new StepContents(filled, pointing, sought(step, facts), "");
        } catch (FactException e) {
            return new StepContents(filled, pointing, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static List<Target> targets(List<Target> targets, LiveFacts facts) {
        return targets.stream().map(target -> FilledProse.target(target, facts)).toList();
    }

    private static Wording wording(Step step) {
        Prose text = step.frame().text();
        Prose notes = step.frame().notes();
        return switch (step) {
            case Step.Explain _, Step.Set _ -> new Wording(text, notes, Prose.EMPTY, Prose.EMPTY, List.of());
            case Step.Do task -> new Wording(text, notes, task.hint().text(), Prose.EMPTY, List.of());
            case Step.Predict predict ->
                new Wording(text, notes, Prose.EMPTY, predict.reveal(), choices(predict.answer()));
            case Step.Ask ask -> new Wording(text, notes, ask.hint(), ask.reveal(), choices(ask.answer()));
        };
    }

    private static List<Prose> choices(Answer answer) {
        return answer instanceof Answer.Choice choice ? choice.choices() : List.of();
    }

    private static List<Target> cover(Step step) {
        return step instanceof Step.Predict predict ? predict.cover() : List.of();
    }

    private static Optional<FactValue> sought(Step step, LiveFacts facts) {
        return switch (step) {
            case Step.Explain _, Step.Set _ -> Optional.empty();
            case Step.Do task -> number(task.until()).map(facts::value);
            case Step.Predict predict -> Judge.expected(predict.answer(), facts);
            case Step.Ask ask -> Judge.expected(ask.answer(), facts);
        };
    }

    private static Optional<Expression> number(Task task) {
        return switch (task) {
            case Task.ChooseToken token -> Optional.of(token.position());
            case Task.MoveToLevel level -> Optional.of(level.level());
            case Task.ChooseLayer layer -> Optional.of(layer.layer());
            case Task.ChooseHead head -> Optional.of(head.head());
            case Task.ChooseSentence _,
                    Task.TypeText _,
                    Task.ShowVectors _,
                    Task.OpenScreen _,
                    Task.Press _,
                    Task.SetKnob _,
                    Task.ChooseDrawing _ -> Optional.empty();
        };
    }
}
