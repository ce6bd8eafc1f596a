package tokenwalk.lessons.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.file.Situation.Setting;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.StepFrame;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Part;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Inline;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.lessons.reading.TextReader;

/** Checks what stands in a step against a model and the text on screen. */
final class StepChecker {
    private final TextReader reader;
    private final Lines lines;
    private final Mistakes mistakes;

    StepChecker(TextReader reader, Lines lines, Mistakes mistakes) {
        this.reader = reader;
        this.lines = lines;
        this.mistakes = mistakes;
    }

    /** Checks what one reads before the first step. */
    void about(Lesson lesson) {
        Situation situation = readable(Situation.beginning(lesson.text()), "/text");
        prose(lesson.about().title(), "/title", situation);
        for (int i = 0; i < lesson.about().goals().size(); i++) {
            prose(lesson.about().goals().get(i), "/goals/" + i, situation);
        }
    }

    /** @return what is known of the app once the step is done */
    Situation check(Step step, String at, Situation before) {
        Situation situation = step instanceof Step.Set set ? set(set.state(), at + "/state", before) : before;
        frame(step.frame(), at, situation);
        return switch (step) {
            case Step.Explain _, Step.Set _ -> situation;
            case Step.Do task -> {
                prose(task.hint().text(), at + "/hint", situation);
                yield task(task.until(), at + "/until", situation);
            }
            case Step.Predict predict -> {
                answer(predict.answer(), at + "/answer", situation);
                targets(predict.cover(), at + "/cover", situation);
                prose(predict.reveal(), at + "/reveal", situation);
                yield situation;
            }
            case Step.Ask ask -> {
                answer(ask.answer(), at + "/answer", situation);
                prose(ask.hint(), at + "/hint", situation);
                prose(ask.reveal(), at + "/reveal", situation);
                yield situation;
            }
        };
    }

    private void frame(StepFrame frame, String at, Situation situation) {
        prose(frame.text(), at + "/text", situation);
        prose(frame.notes(), at + "/notes", situation);
        targets(frame.highlight(), at + "/highlight", situation);
    }

    private Situation set(AppState state, String at, Situation before) {
        Situation now = before;
        if (state.text().isPresent()) {
            now = now.withPrompt(prompt(state.text().get(), at, before));
        }
        if (state.choosing().generated().isPresent()) {
            now = now.withGenerated(state.choosing().generated().get());
        }
        now = readable(now, at);
        now = chosen(state.selection(), at, now);
        for (Map.Entry<Task.Knob, Double> knob : state.knobs().entrySet()) {
            now = now.with(setting(knob.getKey()), knob.getValue());
        }
        if (state.screen().isPresent()) {
            now = now.with(Setting.SCREEN, state.screen().get());
        }
        if (state.vectors().isPresent()) {
            now = now.with(Setting.VECTORS, state.vectors().get());
        }
        if (state.choosing().drawing().isPresent()) {
            now = now.with(Setting.DRAWING, state.choosing().drawing().get());
        }
        return now;
    }

    private Situation chosen(AppState.Selection selection, String at, Situation now) {
        Situation layer = chosen(selection.layer(), Setting.LAYER, at + "/layer", now);
        Situation head = chosen(selection.head(), Setting.HEAD, at + "/head", layer);
        Situation token = chosen(selection.token(), Setting.TOKEN, at + "/token", head);
        return chosen(selection.level(), Setting.LEVEL, at + "/level", token);
    }

    private Situation chosen(Optional<Expression> which, Setting setting, String at, Situation now) {
        OptionalDouble value = which.isPresent() ? index(which.get(), setting, at, now) : OptionalDouble.empty();
        return value.isPresent() ? now.with(setting, value.getAsDouble()) : now;
    }

    private Optional<String> prompt(Expression text, String at, Situation before) {
        if (text instanceof Expression.TextLiteral(String literal)) {
            return Optional.of(literal);
        }
        // A chat prompt depends on the model only: any text will do to ask for it.
        Situation.Text any = before.text().orElse(new Situation.Text("A", 0));
        try {
            return facts(any).value(text) instanceof FactValue.Words(String words)
                    ? Optional.of(words)
                    : Optional.empty();
        } catch (FactException e) {
            mistakes.add(lines.at(at + "/chat"), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** @return the situation; with an unknown text if the model cannot read it, which is told */
    private Situation readable(Situation situation, String at) {
        try {
            situation.text().ifPresent(this::facts);
            return situation;
        } catch (IllegalArgumentException e) {
            mistakes.add(lines.at(at + (at.endsWith("/state") ? "/text" : "")), String.valueOf(e.getMessage()));
            return situation.withUnknownText();
        }
    }

    private Situation task(Task task, String at, Situation before) {
        return switch (task) {
            case Task.ChooseSentence(Optional<String> text) -> {
                if (text.isPresent()
                        && before.text().map(Situation.Text::prompt).equals(text)) {
                    alreadyDone(at);
                }
                yield before.withPrompt(text);
            }
            case Task.TypeText _ -> before.withPrompt(Optional.empty());
            case Task.ChooseToken(Expression position) -> number(position, Setting.TOKEN, at + "/choose_token", before);
            case Task.MoveToLevel(Expression level) -> number(level, Setting.LEVEL, at + "/level", before);
            case Task.ChooseLayer(Expression layer) -> number(layer, Setting.LAYER, at + "/layer", before);
            case Task.ChooseHead(Expression head) -> number(head, Setting.HEAD, at + "/head", before);
            case Task.ShowVectors _ -> done(Setting.VECTORS, true, at, before);
            case Task.OpenScreen open -> done(Setting.SCREEN, open.screen(), at, before);
            case Task.ChooseDrawing(boolean drawing) -> done(Setting.DRAWING, drawing, at, before);
            case Task.SetKnob(Task.Knob knob, double value) -> done(setting(knob), value, at, before);
            case Task.Press press -> pressed(press, before);
        };
    }

    private Situation number(Expression which, Setting setting, String at, Situation before) {
        OptionalDouble value = index(which, setting, at, before);
        return value.isPresent() ? done(setting, value.getAsDouble(), at, before) : before;
    }

    private Situation done(Setting setting, Object value, String at, Situation before) {
        if (before.has(setting, value)) {
            alreadyDone(at);
        }
        return before.with(setting, value);
    }

    private void alreadyDone(String at) {
        mistakes.add(
                lines.at(at),
                "This is done already when the learner comes here.",
                "Set another state before, or wait for something else.");
    }

    private static Situation pressed(Task.Press press, Situation before) {
        return switch (press.button()) {
            case STEP ->
                before.has(Setting.DRAWING, true)
                        ? before.withUnknownText()
                        : before.withGenerated(before.generated() + press.times());
            case BACK -> before.withGenerated(before.generated() - press.times());
            case RESET -> before.withGenerated(0);
            case SAMPLE -> before;
            // How far it goes depends on where the learner stops it.
            case PLAY -> before.withUnknownText();
        };
    }

    private void answer(Answer answer, String at, Situation situation) {
        switch (answer) {
            case Answer.Open _ -> {}
            case Answer.Choice choice -> {
                for (int i = 0; i < choice.choices().size(); i++) {
                    prose(choice.choices().get(i), at + "/choices/" + i, situation);
                }
            }
            case Answer.Numeric(Expression number, double _) -> number(number, at + "/number", situation);
            case Answer.OneToken(Expression token) -> token(token, at + "/token", situation);
        }
    }

    private void token(Expression expression, String at, Situation situation) {
        Optional<FactValue> value = value(expression, at, situation);
        if (value.isEmpty() || value.get() instanceof FactValue.OneToken) {
            return;
        }
        int tokens = value.get() instanceof FactValue.Words(String words)
                ? reader.model().tokenizer().encode(words).size()
                : 0;
        if (tokens == 0) {
            mistakes.add(lines.at(at), "This comes to no token.", "Ask for one, such as best_token or ' Paris'.");
        } else if (tokens > 1) {
            mistakes.add(
                    lines.at(at),
                    "For this model these are %d tokens.".formatted(tokens),
                    "Ask for one token; mind the space before it.");
        }
    }

    private void targets(List<Target> targets, String at, Situation situation) {
        for (int i = 0; i < targets.size(); i++) {
            target(targets.get(i), at + "/" + i, situation);
        }
    }

    private void target(Target target, String at, Situation situation) {
        Optional<Setting> counted = counted(target.part().numbered());
        if (target.which().isPresent() && counted.isPresent()) {
            OptionalDouble unused = index(target.which().get(), counted.get(), at, situation);
        }
    }

    private void prose(Prose prose, String at, Situation situation) {
        prose.expressions().forEach(expression -> value(expression, at, situation));
        prose.inlines()
                .filter(Inline.Pointer.class::isInstance)
                .map(Inline.Pointer.class::cast)
                .forEach(pointer -> target(pointer.target(), at, situation));
    }

    /** @return a layer, head, level or position that is there; none if that is not known, or it is not there, which is told */
    private OptionalDouble index(Expression expression, Setting setting, String at, Situation situation) {
        OptionalDouble value = number(expression, at, situation);
        if (value.isEmpty()) {
            return value;
        }
        int least = setting == Setting.TOKEN ? 1 : 0;
        int most = most(setting, situation);
        double number = value.getAsDouble();
        if (number != Math.rint(number) || number < least || number > most) {
            mistakes.add(
                    lines.at(at),
                    "There is no such %s: here they are %d to %,d.".formatted(name(setting), least, most),
                    "Choose one of these.");
            return OptionalDouble.empty();
        }
        return value;
    }

    private int most(Setting setting, Situation situation) {
        var shape = reader.model().shape();
        return switch (setting) {
            case LAYER -> shape.layers() - 1;
            case HEAD -> shape.attention().heads() - 1;
            case LEVEL -> shape.layers();
            case TOKEN ->
                situation
                        .text()
                        .map(text -> facts(text).text().trace().length())
                        .orElse(Integer.MAX_VALUE);
            case SCREEN, VECTORS, DRAWING, TEMPERATURE, TOP_K, TOP_P, SEED, MAXIMUM ->
                throw new IllegalArgumentException(setting + " is not counted");
        };
    }

    private OptionalDouble number(Expression expression, String at, Situation situation) {
        if (expression instanceof Expression.NumberLiteral(double literal)) {
            return OptionalDouble.of(literal);
        }
        Optional<FactValue> value = value(expression, at, situation);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = number(value.get());
        if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
            mistakes.add(lines.at(at), "This comes to no number.", "Ask for one, such as token_count.");
            return OptionalDouble.empty();
        }
        return number;
    }

    private static OptionalDouble number(FactValue value) {
        return switch (value) {
            case FactValue.Count(long count) -> OptionalDouble.of(count);
            case FactValue.Id(int id) -> OptionalDouble.of(id);
            case FactValue.Share(double share) -> OptionalDouble.of(share);
            case FactValue.Decimal(double decimal, int _) -> OptionalDouble.of(decimal);
            case FactValue.OneToken _, FactValue.Words _ -> OptionalDouble.empty();
        };
    }

    /** @return what it comes to; none if the text is not known, or there is no value, which is told */
    private Optional<FactValue> value(Expression expression, String at, Situation situation) {
        Optional<LiveFacts> facts = situation.text().map(this::facts);
        try {
            return facts.map(known -> known.value(expression));
        } catch (FactException e) {
            mistakes.add(lines.at(at), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Setting> counted(Part.Numbered numbered) {
        return switch (numbered) {
            case NOTHING -> Optional.empty();
            case POSITION -> Optional.of(Setting.TOKEN);
            case LAYER -> Optional.of(Setting.LAYER);
            case HEAD -> Optional.of(Setting.HEAD);
            case LEVEL -> Optional.of(Setting.LEVEL);
        };
    }

    private static Setting setting(Task.Knob knob) {
        return Setting.valueOf(knob.name());
    }

    private static String name(Setting setting) {
        return setting.name().toLowerCase(Locale.ROOT);
    }

    private LiveFacts facts(Situation.Text text) {
        return reader.readOn(text.prompt(), text.generated());
    }
}
