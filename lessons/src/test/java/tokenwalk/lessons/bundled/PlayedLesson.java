package tokenwalk.lessons.bundled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.lesson.Task.Knob;
import tokenwalk.runtime.generation.GeneratedText;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.generation.StopReason;
import tokenwalk.runtime.generation.StopRules;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.sampling.Sampler;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.token.Token;

/** A learner without a window: does what each step sets and asks, as the app would, and says what facts hold then. */
final class PlayedLesson {
    /** What a learner types where a lesson asks for a text of one's own. */
    private static final String OWN_TEXT = "My favourite animal is the";

    /**
     * One step, as it is read.
     *
     * @param number counted from 1
     * @param stopped why the loop stands still, where it does
     */
    record Moment(int number, Step step, LiveFacts facts, List<StopReason> stopped, SamplingPolicy policy) {}

    private final LanguageModel model;
    private final GenerationSession session;
    private final Map<Knob, Double> knobs = new HashMap<>(
            Map.of(Knob.TEMPERATURE, 1.0, Knob.TOP_K, 0.0, Knob.TOP_P, 1.0, Knob.SEED, 42.0, Knob.MAXIMUM, 10.0));
    private final List<Token> tokens = new ArrayList<>();
    private int promptLength;
    private boolean drawing;
    private List<String> stopStrings = List.of();
    private Sampler sampler = new Sampler(42);
    private LiveFacts facts;

    private PlayedLesson(LanguageModel model, String text) {
        this.model = model;
        this.session = new GenerationSession(model);
        this.facts = show(text);
    }

    /** Plays a lesson from its first step to its last. */
    static void play(Lesson lesson, LanguageModel model, Consumer<Moment> read) {
        PlayedLesson played = new PlayedLesson(model, lesson.text().orElseThrow());
        OptionalInt next = OptionalInt.of(0);
        while (next.isPresent()) {
            int index = next.getAsInt();
            Step step = lesson.steps().get(index);
            if (step instanceof Step.Set set) {
                played.set(set.state());
            }
            read.accept(new Moment(index + 1, step, played.facts, played.stopped(), played.policy()));
            if (step instanceof Step.Do task) {
                played.perform(task.until());
            }
            next = lesson.after(index, true).map(OptionalInt::of).orElse(OptionalInt.empty());
        }
    }

    private SamplingPolicy policy() {
        return new SamplingPolicy(
                knobs.getOrDefault(Knob.TEMPERATURE, 1.0),
                knobs.getOrDefault(Knob.TOP_K, 0.0).intValue(),
                knobs.getOrDefault(Knob.TOP_P, 1.0));
    }

    private void set(AppState state) {
        state.knobs().forEach(this::set);
        state.choosing().drawing().ifPresent(now -> drawing = now);
        state.choosing().stopStrings().ifPresent(now -> stopStrings = now);
        state.text().ifPresent(text -> facts = show(words(facts.value(text))));
        state.choosing().generated().ifPresent(count -> {
            tokens.subList(promptLength, tokens.size()).clear();
            facts = read();
            for (int i = 0; i < count; i++) {
                append(ranked().tokenId(0));
            }
        });
    }

    private void set(Knob knob, double value) {
        knobs.put(knob, value);
        if (knob == Knob.SEED) {
            sampler = new Sampler((long) value);
        }
    }

    private static String words(FactValue value) {
        return value instanceof FactValue.Words words ? words.text() : value.words();
    }

    private void perform(Task task) {
        switch (task) {
            case Task.TypeText _ -> facts = show(OWN_TEXT);
            case Task.ChooseSentence sentence -> facts = show(sentence.text().orElseThrow());
            case Task.SetKnob knob -> set(knob.knob(), knob.value());
            case Task.ChooseDrawing choice -> drawing = choice.drawing();
            case Task.Press press -> press(press);
            case Task.ChooseToken token -> facts.value(token.position());
            case Task.MoveToLevel level -> facts.value(level.level());
            case Task.ChooseLayer layer -> facts.value(layer.layer());
            case Task.ChooseHead head -> facts.value(head.head());
            case Task.ShowVectors _, Task.OpenScreen _ -> {}
        }
    }

    private void press(Task.Press press) {
        switch (press.button()) {
            case STEP -> {
                for (int i = 0; i < press.times(); i++) {
                    step();
                }
            }
            case PLAY -> {
                while (stopped().isEmpty()) {
                    step();
                }
            }
            case SAMPLE -> sampler.draw(Distribution.of(ranked(), policy()), press.times());
            case BACK -> {
                tokens.removeLast();
                facts = read();
            }
            case RESET -> {
                tokens.subList(promptLength, tokens.size()).clear();
                facts = read();
            }
        }
    }

    private void step() {
        append(drawing ? sampler.draw(Distribution.of(ranked(), policy())).tokenId() : ranked().tokenId(0));
    }

    private void append(int tokenId) {
        tokens.add(model.token(tokenId));
        facts = read();
    }

    private LiveFacts show(String text) {
        tokens.clear();
        tokens.addAll(model.encodePrompt(text));
        promptLength = tokens.size();
        return read();
    }

    private LiveFacts read() {
        return new LiveFacts(new ReadText(model, session.read(List.copyOf(tokens)), promptLength));
    }

    private RankedLogits ranked() {
        return RankedLogits.of(facts.text().trace().logits());
    }

    /** At most one. */
    private List<StopReason> stopped() {
        StopRules rules = new StopRules(
                model.endOfText(),
                stopStrings,
                knobs.getOrDefault(Knob.MAXIMUM, 10.0).intValue(),
                model.shape().contextLength());
        GeneratedText text = new GeneratedText(rules, promptLength);
        for (Token token : tokens.subList(promptLength, tokens.size())) {
            if (text.stopped().isEmpty()) {
                text.push(token);
            }
        }
        return text.stopped().stream().toList();
    }
}
