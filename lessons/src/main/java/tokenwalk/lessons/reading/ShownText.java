package tokenwalk.lessons.reading;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.runtime.generation.GeneratedText;
import tokenwalk.runtime.generation.StopRules;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

/**
 * The text on screen at some step, and what decides how it may go on. Drawn tokens are those that the app draws, which
 * depend on the seed and on how many draws were made with it.
 *
 * @param added tokens after the prompt
 * @param draws made since the seed or the prompt was chosen
 */
record ShownText(String prompt, List<Token> added, Policy policy, int draws) {
    ShownText {
        added = List.copyOf(added);
    }

    static ShownText of(String prompt) {
        return new ShownText(prompt, List.of(), Policy.USUAL, 0);
    }

    LiveFacts read(TextReader reader) {
        return reader.read(prompt, added);
    }

    /** @return the text as soon as the step is reached */
    ShownText at(Step step, TextReader reader) {
        return step instanceof Step.Set set ? in(set.state(), reader) : this;
    }

    /** @return the text when the step is left */
    ShownText after(Step step, TextReader reader) {
        return step instanceof Step.Do done ? done(done.until(), reader) : this;
    }

    /** @return the text in a state of the app */
    ShownText in(AppState state, TextReader reader) {
        ShownText now = with(policy.in(state));
        if (state.text().isPresent()) {
            now = now.withPrompt(words(state.text().orElseThrow(), reader));
        }
        boolean kept = state.text().isEmpty() && state.choosing().generated().isEmpty();
        return kept ? now : now.generated(state.choosing().generated().orElse(0), reader);
    }

    /** A text that the learner makes up is not known here: the one that was there stands for it. */
    private ShownText done(Task task, TextReader reader) {
        return switch (task) {
            case Task.ChooseSentence(var text) ->
                text.map(this::withPrompt).orElse(this).withAdded(List.of());
            case Task.Press(Task.Button button, int times) -> pressed(button, times, reader);
            case Task.SetKnob(Task.Knob knob, double value) -> with(policy.with(knob, value));
            case Task.ChooseDrawing(boolean chosen) -> with(policy.withDrawing(chosen));
            case Task.TypeText _ -> withAdded(List.of());
            case Task.ChooseToken _,
                    Task.MoveToLevel _,
                    Task.ChooseLayer _,
                    Task.ChooseHead _,
                    Task.ShowVectors _,
                    Task.OpenScreen _ -> this;
        };
    }

    private ShownText pressed(Task.Button button, int times, TextReader reader) {
        return switch (button) {
            case STEP -> goneOn(times, reader);
            case PLAY -> goneOn(policy.maximum(), reader);
            case SAMPLE -> new ShownText(prompt, added, policy, draws + times);
            case BACK -> withAdded(added.subList(0, Math.max(0, added.size() - times)));
            case RESET -> new ShownText(prompt, List.of(), policy, 0);
        };
    }

    /** So many tokens more, or as many as the rules let through. */
    private ShownText goneOn(int more, TextReader reader) {
        LanguageModel model = reader.model();
        StopRules rules = new StopRules(
                model.endOfText(),
                policy.stopStrings(),
                policy.maximum(),
                model.shape().contextLength());
        GeneratedText text = new GeneratedText(rules, read(reader).text().promptLength());
        ShownText now = this;
        for (int i = 0; i < added.size() + more && text.stopped().isEmpty(); i++) {
            now = i < added.size() ? now : now.longer(reader);
            text.push(now.added.get(i));
        }
        return now;
    }

    private ShownText longer(TextReader reader) {
        int next = policy.next(read(reader).text().trace().logits(), draws);
        List<Token> longer = new ArrayList<>(added);
        longer.add(reader.model().token(next));
        return new ShownText(prompt, longer, policy, policy.drawing() ? draws + 1 : draws);
    }

    /** So many tokens after the prompt: those that are there, then the best, up to one that ends the text. */
    private ShownText generated(int count, TextReader reader) {
        ShownText now = withAdded(added.subList(0, Math.min(count, added.size())));
        ShownText best = now.with(policy.withDrawing(false));
        while (best.added.size() < count && !best.hasEnded(reader.model())) {
            best = best.longer(reader);
        }
        return now.withAdded(best.added);
    }

    private boolean hasEnded(LanguageModel model) {
        return !added.isEmpty() && model.endOfText().contains(added.getLast().id());
    }

    private ShownText withPrompt(String other) {
        return other.equals(prompt) ? this : new ShownText(other, List.of(), policy, 0);
    }

    private ShownText withAdded(List<Token> tokens) {
        return new ShownText(prompt, tokens, policy, draws);
    }

    private ShownText with(Policy other) {
        return new ShownText(prompt, added, other, other.seed() == policy.seed() ? draws : 0);
    }

    private String words(Expression text, TextReader reader) {
        FactValue value = read(reader).value(text);
        if (value instanceof FactValue.Words(String words)) {
            return words;
        }
        throw new FactException(
                "A state's text must come to words; write a text or a fact such as chat_prompt 'Hello'.");
    }
}
