package tokenwalk.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Block;
import tokenwalk.lessons.prose.Inline;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;

/** A lesson as a learner walks through it who does all that is asked: each step with the text that is read by then. */
final class LessonWalk {
    /** A step, and the facts of the text on screen while it is read. */
    record Stop(int number, Step step, LiveFacts facts) {}

    private final LanguageModel model;
    private final String ownText;
    private final List<Stop> stops = new ArrayList<>();
    private LiveFacts facts;

    private LessonWalk(LanguageModel model, String text, String ownText) {
        this.model = model;
        this.ownText = ownText;
        this.facts = read(model, text, 0);
    }

    /** @param ownText what the learner types where a text of one's own is asked for */
    static List<Stop> through(Lesson lesson, LanguageModel model, String ownText) {
        LessonWalk walk = new LessonWalk(model, lesson.text().orElseThrow(), ownText);
        for (int step = 0; step < lesson.steps().size(); step++) {
            walk.take(step + 1, lesson.steps().get(step));
        }
        return walk.stops;
    }

    private static LiveFacts read(LanguageModel model, String text, int generated) {
        GenerationSession session = new GenerationSession(model);
        List<Token> prompt = model.encodePrompt(text);
        List<Token> tokens = new ArrayList<>(prompt);
        Trace trace = session.read(tokens);
        for (int step = 0; step < generated; step++) {
            tokens.add(model.token(trace.logits().indexOfLargest()));
            trace = session.read(tokens);
        }
        return new LiveFacts(new ReadText(model, trace, prompt.size()));
    }

    private void take(int number, Step step) {
        switch (step) {
            case Step.Set set -> put(set.state());
            case Step.Do todo -> {
                // It is read before and after the learner has done it.
                stops.add(new Stop(number, step, facts));
                done(todo.until());
            }
            case Step.Explain _, Step.Predict _, Step.Ask _ -> {}
        }
        stops.add(new Stop(number, step, facts));
    }

    private void put(AppState state) {
        Optional<String> text =
                state.text().map(expression -> facts.value(expression)).map(FactValue::words);
        int generated = state.choosing().generated().orElse(0);
        if (text.isPresent() || state.choosing().generated().isPresent()) {
            String prompt = text.orElseGet(() -> prompt());
            facts = read(model, prompt, generated);
        }
    }

    private void done(Task task) {
        if (task instanceof Task.TypeText) {
            facts = read(model, ownText, 0);
        } else if (task instanceof Task.Press(Task.Button button, int times) && button == Task.Button.STEP) {
            ReadText now = facts.text();
            facts = read(model, prompt(), now.trace().length() - now.promptLength() + times);
        }
    }

    private String prompt() {
        ReadText now = facts.text();
        return model.tokenizer().decode(now.trace().tokens().subList(0, now.promptLength()));
    }

    /** @return all that is said at a step, to the learner and to the teacher */
    static List<Prose> prose(Step step) {
        Stream<Prose> more = switch (step) {
            case Step.Explain _, Step.Set _ -> Stream.empty();
            case Step.Do todo -> Stream.of(todo.hint().text());
            case Step.Predict predict -> Stream.concat(choices(predict.answer()), Stream.of(predict.reveal()));
            case Step.Ask ask -> Stream.concat(choices(ask.answer()), Stream.of(ask.hint(), ask.reveal()));
        };
        return Stream.of(
                        Stream.of(step.frame().text()),
                        more,
                        Stream.of(step.frame().notes()))
                .flatMap(prose -> prose)
                .filter(prose -> !prose.isEmpty())
                .toList();
    }

    private static Stream<Prose> choices(Answer answer) {
        return answer instanceof Answer.Choice choice ? choice.choices().stream() : Stream.empty();
    }

    /** @return what a step computes outside of its prose */
    static List<Expression> expressions(Step step) {
        Stream<Expression> own = switch (step) {
            case Step.Explain _ -> Stream.empty();
            case Step.Set set -> {
                AppState.Selection chosen = set.state().selection();
                yield Stream.of(chosen.layer(), chosen.head(), chosen.token(), chosen.level())
                        .flatMap(Optional::stream);
            }
            case Step.Do todo -> sought(todo.until());
            case Step.Predict predict -> answered(predict.answer());
            case Step.Ask ask -> answered(ask.answer());
        };
        Stream<Expression> highlighted = step.frame().highlight().stream().flatMap(target -> which(target));
        return Stream.concat(own, highlighted).toList();
    }

    private static Stream<Expression> which(Target target) {
        return target.which().stream();
    }

    private static Stream<Expression> sought(Task task) {
        return switch (task) {
            case Task.ChooseToken(Expression position) -> Stream.of(position);
            case Task.MoveToLevel(Expression level) -> Stream.of(level);
            case Task.ChooseLayer(Expression layer) -> Stream.of(layer);
            case Task.ChooseHead(Expression head) -> Stream.of(head);
            default -> Stream.empty();
        };
    }

    private static Stream<Expression> answered(Answer answer) {
        return switch (answer) {
            case Answer.Numeric numeric -> Stream.of(numeric.value());
            case Answer.OneToken token -> Stream.of(token.token());
            case Answer.Open _, Answer.Choice _ -> Stream.empty();
        };
    }

    /** @return the prose as it stands on screen */
    static String filled(Prose prose, LiveFacts facts) {
        return inlines(prose)
                .map(inline -> inline instanceof Inline.Asked(Expression asked, Inline.Emphasis _)
                        ? facts.value(asked).words()
                        : literal(inline))
                .collect(Collectors.joining());
    }

    /** @return what an author wrote, without the facts */
    static String literal(Prose prose) {
        return inlines(prose).map(LessonWalk::literal).collect(Collectors.joining());
    }

    private static String literal(Inline inline) {
        return switch (inline) {
            case Inline.Words words -> words.text();
            case Inline.Verbatim verbatim -> verbatim.text();
            case Inline.Known known -> known.value().words();
            case Inline.Asked _, Inline.Pointer _ -> "";
            case Inline.Break _ -> "\n";
        };
    }

    private static Stream<Inline> inlines(Prose prose) {
        return prose.blocks().stream().flatMap(LessonWalk::inlines);
    }

    private static Stream<Inline> inlines(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph ->
                Stream.concat(
                        paragraph.inlines().stream()
                                .flatMap(inline -> inline instanceof Inline.Pointer pointer
                                        ? pointer.inlines().stream()
                                        : Stream.of(inline)),
                        Stream.of(new Inline.Break()));
            case Block.Items items ->
                items.items().stream().flatMap(List::stream).flatMap(LessonWalk::inlines);
            case Block.Code code -> Stream.of(new Inline.Verbatim(code.text()));
            case Block.Picture picture -> Stream.of(new Inline.Verbatim(picture.description()));
        };
    }
}
