package tokenwalk.app.drift.model;

import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.Unembedding;

/** The screen «Drift»: a picture by any method, what it keeps of the neighbourhoods, and the numbers without projection. */
public final class DriftScreenModel {
    /** How the picture is made, as one chooses it. */
    public enum Choice {
        DIRECTIONS(
                "Directions", "Each vector divided by its norm, on the two axes along which all of them spread most."),
        SUBTRACT_MEAN(
                "Subtract mean",
                "Directions without what all tokens of a level have in common: the tokens pull apart."),
        RAW("Raw", "The vectors as they are. A token with a giant norm takes axis 1 for itself; all others sit still."),
        TWO_WORDS("Two words", "How far each vector points towards two tokens. Nothing is fitted."),
        NEIGHBOURS("t-SNE", "Neighbours are drawn as neighbours; gaps and the sizes of groups mean nothing.");

        private final String label;
        private final String note;

        Choice(String label, String note) {
            this.label = label;
            this.note = note;
        }

        public String label() {
            return label;
        }

        /** @return what it does, in a sentence */
        public String note() {
            return note;
        }
    }

    /** The tokens whose rows are the axes. */
    public record Words(Token first, Token second) {}

    private final SessionModel session;
    private final DriftModel drift;
    private final Lane measuring;
    private final Lane comparing;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(this, "choice", Choice.DIRECTIONS);
    private final ReadOnlyObjectWrapper<@Nullable Words> words = new ReadOnlyObjectWrapper<>(this, "words");
    private final ReadOnlyObjectWrapper<@Nullable LevelMeasures> measures =
            new ReadOnlyObjectWrapper<>(this, "measures");
    private final ReadOnlyObjectWrapper<@Nullable NeighbourPreservation> preservation =
            new ReadOnlyObjectWrapper<>(this, "preservation");
    private @Nullable Reading shown;

    public DriftScreenModel(SessionModel session, Projection projection, Background background) {
        this.session = session;
        this.drift = new DriftModel(projection, background.worker(), background.screen());
        this.measuring = new Lane(background);
        this.comparing = new Lane(background);
        drift.pictureProperty().subscribe(this::compare);
        drift.methodProperty().subscribe(this::followMethod);
        session.readingProperty().subscribe(this::textChanged);
        active.subscribe(this::textChanged);
    }

    /** Whether somebody looks: nothing is computed while nobody does. */
    public BooleanProperty activeProperty() {
        return active;
    }

    public DriftModel drift() {
        return drift;
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** The two tokens to draw against: to begin with, the two likeliest next ones. Null before there is a text. */
    public ReadOnlyObjectProperty<@Nullable Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** The numbers without projection; null before there is a text. */
    public ReadOnlyObjectProperty<@Nullable LevelMeasures> measuresProperty() {
        return measures.getReadOnlyProperty();
    }

    /** What the picture keeps of the neighbourhoods; null while that is not known. */
    public ReadOnlyObjectProperty<@Nullable NeighbourPreservation> preservationProperty() {
        return preservation.getReadOnlyProperty();
    }

    public void choose(Choice wanted) {
        switch (wanted) {
            case DIRECTIONS -> drift.choose(DriftView.NORMALISED);
            case SUBTRACT_MEAN -> drift.choose(DriftView.MEAN_SUBTRACTED);
            case RAW -> drift.choose(DriftView.RAW);
            case TWO_WORDS -> drawAgainstWords();
            case NEIGHBOURS -> drift.choose(new Method.Neighbours());
        }
    }

    /** Draws against these two tokens. */
    public void drawAgainst(Token first, Token second) {
        words.set(new Words(first, second));
        drawAgainstWords();
    }

    /** As at the beginning: directions, the words of the current text. */
    public void reset() {
        shown = null;
        words.set(null);
        drift.choose(DriftView.NORMALISED);
        textChanged();
    }

    private void drawAgainstWords() {
        Words against = words.get();
        Reading reading = shown;
        if (against != null && reading != null) {
            drift.choose(new Method.TwoWords(axes(reading.model(), against)));
        }
    }

    private static WordAxes axes(LanguageModel model, Words words) {
        Unembedding unembedding = model.transformer().unembedding();
        UnaryOperator<Vector> finalNorm = residual -> unembedding
                .normed(Matrix.of(1, residual.size(), residual.toArray()))
                .row(0);
        return new WordAxes(
                visible(words.first()),
                visible(words.second()),
                unembedding.row(words.first().id()),
                unembedding.row(words.second().id()),
                finalNorm);
    }

    private static String visible(Token token) {
        return token.text().replace(' ', '␣').replace('\n', '↵');
    }

    /** Giving up t-SNE changes the method as well as choosing one does. */
    private void followMethod(Method method) {
        choice.set(
                switch (method) {
                    case Method.Fitted(DriftView view) ->
                        switch (view) {
                            case NORMALISED -> Choice.DIRECTIONS;
                            case MEAN_SUBTRACTED -> Choice.SUBTRACT_MEAN;
                            case RAW -> Choice.RAW;
                        };
                    case Method.TwoWords _ -> Choice.TWO_WORDS;
                    case Method.Neighbours _ -> Choice.NEIGHBOURS;
                });
    }

    private void textChanged() {
        Reading now = session.reading();
        if (now == null || now == shown || !active.get()) {
            return;
        }
        Reading before = shown;
        shown = now;
        boolean samePrompt = before != null && now.samePrompt(before);
        ResidualStream stream = ResidualStream.of(now.trace());
        if (samePrompt) {
            drift.extend(stream);
        } else {
            words.set(new Words(
                    now.model().token(now.logits().tokenId(0)),
                    now.model().token(now.logits().tokenId(1))));
            drift.show(stream);
            if (choice.get() == Choice.TWO_WORDS) {
                drawAgainstWords();
            }
        }
        measuring.run(() -> LevelMeasures.of(stream), measures::set, failure -> measures.set(null));
    }

    private void compare(@Nullable DriftPicture picture) {
        preservation.set(null);
        if (picture != null) {
            comparing.run(
                    () -> NeighbourPreservation.of(picture), preservation::set, failure -> preservation.set(null));
        }
    }
}
