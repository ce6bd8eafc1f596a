package tokenwalk.app.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.lessons.Sentence;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.generation.TimedTrace;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.ModelShape;

/**
 * The one shared state: the model, the prompt, what the model computed for it, and what of that is chosen. Properties and
 * commands belong to the FX thread; the model runs on the worker.
 */
public final class SessionModel {
    /** Opens a model file, telling how many blocks are there and of how many. */
    @FunctionalInterface
    public interface Opener {
        LanguageModel open(Path file, BiConsumer<Integer, Integer> progress);
    }

    private final Background background;
    private final Opener opener;
    private final List<Sentence> sentences;
    private final Lane opens;
    private final Lane reads;
    private @Nullable GenerationSession generation;

    /** A model that is open but has not read the prompt yet: until it has, everything on screen is the one before. */
    private @Nullable GenerationSession arriving;

    private final ReadOnlyObjectWrapper<Opening> opening;
    private final ReadOnlyObjectWrapper<@Nullable LanguageModel> model = new ReadOnlyObjectWrapper<>(this, "model");
    private final ReadOnlyObjectWrapper<@Nullable Sentence> sentence = new ReadOnlyObjectWrapper<>(this, "sentence");
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper(this, "prompt", "");
    private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final IntegerProperty position = new SimpleIntegerProperty(this, "position");
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
    private final IntegerProperty head = new SimpleIntegerProperty(this, "head");
    private final IntegerProperty level = new SimpleIntegerProperty(this, "level");

    /** @param sentences what may be chosen; the first is shown first */
    public SessionModel(Background background, Opener opener, List<Sentence> sentences) {
        this.background = background;
        this.opener = opener;
        this.sentences = List.copyOf(sentences);
        this.opens = new Lane(background.aside());
        this.reads = new Lane(background);
        this.opening = new ReadOnlyObjectWrapper<>(this, "opening", new Opening.UnderWay("", 0, 0, 0));
        choose(sentences.getFirst());
    }

    /** @return a session of its own beside this one: as this one at first, without a model */
    public SessionModel another() {
        return new SessionModel(background, opener, sentences);
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    public ReadOnlyObjectProperty<Opening> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** The model; null before one is open. Another one takes its place as soon as it has read the text. */
    public ReadOnlyObjectProperty<@Nullable LanguageModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** The chosen sentence; null while the user's own text is shown. */
    public ReadOnlyObjectProperty<@Nullable Sentence> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /** What the model read last; stays until the next text is read. */
    public ReadOnlyObjectProperty<@Nullable Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    public @Nullable Reading reading() {
        return reading.get();
    }

    /** Whether a text is being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last text could not be read, in one line; empty if it could. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The chosen token's position. */
    public IntegerProperty positionProperty() {
        return position;
    }

    public IntegerProperty layerProperty() {
        return layer;
    }

    public IntegerProperty headProperty() {
        return head;
    }

    public IntegerProperty levelProperty() {
        return level;
    }

    /**
     * Opens a model, then reads the prompt with it. While another one is open, that one stays until the new one has read the
     * prompt, and if it cannot.
     */
    public void open(Path file) {
        String name = String.valueOf(file.toAbsolutePath().normalize().getFileName());
        long byteSize = ModelSize.of(file);
        opening.set(new Opening.UnderWay(name, byteSize, 0, 0));
        opens.run(
                () -> opener.open(
                        file,
                        (blocks, all) -> background
                                .screen()
                                .execute(() -> progress(new Opening.UnderWay(name, byteSize, blocks, all)))),
                this::opened,
                failure -> opening.set(new Opening.Failed(messageOf(failure))));
    }

    private void progress(Opening.UnderWay now) {
        if (opening.get() instanceof Opening.UnderWay) {
            opening.set(now);
        }
    }

    private void opened(LanguageModel opened) {
        GenerationSession session = new GenerationSession(opened);
        if (generation == null) {
            takeOver(session);
        } else {
            arriving = session;
        }
        readPrompt();
    }

    /** As before a model was open: nothing of it is kept. The prompt stays. */
    public void close() {
        opens.cancel();
        reads.cancel();
        generation = null;
        arriving = null;
        busy.set(false);
        problem.set("");
        reading.set(null);
        model.set(null);
        opening.set(new Opening.UnderWay("", 0, 0, 0));
    }

    private void takeOver(GenerationSession session) {
        generation = session;
        arriving = null;
        // First, so that whoever hears of the model finds a layer, head and level that it has.
        keepWithin(session.model().shape());
        model.set(session.model());
        opening.set(new Opening.Done());
    }

    private void keepWithin(ModelShape shape) {
        layer.set(Math.min(layer.get(), shape.layers() - 1));
        head.set(Math.min(head.get(), shape.attention().heads() - 1));
        level.set(Math.min(level.get(), shape.layers()));
    }

    /** Shows a sentence, at the layer and head at which there is something to see. */
    public void choose(Sentence chosen) {
        sentence.set(chosen);
        lookInto(chosen);
        show(chosen.text());
    }

    /** Chooses the layer and head at which a sentence tells something; a smaller model's last, if it has no such. */
    public void lookInto(Sentence chosen) {
        LanguageModel open = model.get();
        if (open == null) {
            layer.set(chosen.layer());
            head.set(chosen.head());
        } else {
            // At once within the model: whoever hears of a layer reads it.
            layer.set(Math.min(chosen.layer(), open.shape().layers() - 1));
            head.set(Math.min(chosen.head(), open.shape().attention().heads() - 1));
        }
    }

    /** Shows a text of the user's own. */
    public void showText(String text) {
        sentence.set(null);
        show(text);
    }

    private void show(String text) {
        prompt.set(text);
        readPrompt();
    }

    private void readPrompt() {
        GenerationSession session = arriving == null ? generation : arriving;
        if (session != null) {
            String text = prompt.get();
            read(session, () -> session.model().encodePrompt(text), List.of());
        }
    }

    /** Reads the same prompt with other tokens after it. */
    public void continueWith(List<Generated> generated) {
        GenerationSession session = generation;
        Reading now = reading.get();
        if (session == null || now == null || arriving != null) {
            return;
        }
        List<Token> tokens = new ArrayList<>(now.prompt());
        generated.forEach(added -> tokens.add(added.token()));
        read(session, () -> tokens, generated);
    }

    private void read(GenerationSession session, Callable<List<Token>> tokens, List<Generated> generated) {
        busy.set(true);
        reads.run(
                () -> {
                    long start = System.nanoTime();
                    List<Token> text = tokens.call();
                    double tokenized = (System.nanoTime() - start) / 1e6;
                    TimedTrace timed = session.readTimed(text);
                    Trace trace = timed.trace();
                    StageTimes times = StageTimes.of(
                            timed, generated.isEmpty() ? OptionalDouble.of(tokenized) : OptionalDouble.empty());
                    RankedLogits logits = RankedLogits.of(trace.logits());
                    double millis = (System.nanoTime() - start) / 1e6;
                    return new Reading(session.model(), trace, generated, logits, times, millis);
                },
                now -> wasRead(session, now),
                failure -> couldNotRead(session, failure));
    }

    private void couldNotRead(GenerationSession session, Exception failure) {
        busy.set(false);
        problem.set(messageOf(failure));
        if (session == arriving) {
            // The model before stays, with its text: what is on screen always belongs together.
            arriving = null;
            String name = session.model().facts().name();
            opening.set(new Opening.Failed(name + " was not opened. " + messageOf(failure)));
        }
    }

    private void wasRead(GenerationSession session, Reading now) {
        busy.set(false);
        problem.set("");
        // First, so that whoever hears of the new text finds a position within it. The old text's end is within the new
        // one, or the new reading follows at once.
        position.set(Math.min(position.get(), now.trace().length() - 1));
        if (session == arriving) {
            takeOver(session);
        }
        reading.set(now);
        position.set(now.trace().length() - 1);
    }

    private static String messageOf(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
