package tokenwalk.app.navigation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tokenwalk.app.pipeline.Stage;
import tokenwalk.lessons.place.Place;

/** The screens: those of the walk, in its order, then those for practice, then the models. */
public enum ScreenId {
    TOKENS("Tokens", "Tokens", "Text becomes bytes, bytes become pieces, and each piece has a number.", Stage.TOKENS),
    EMBEDDING(
            "Embedding and position",
            "Embedding",
            "Each token picks one row of a table; and how the model knows where the token stands.",
            Stage.EMBEDDING),
    ATTENTION(
            "Self-Attention",
            "Attention",
            "Each token reads from the tokens before it; the last one predicts.",
            Stage.BLOCKS),
    MLP("MLP", "MLP", "Each token, by itself, wakes some neurons; each pushes some tokens up.", Stage.BLOCKS),
    RESIDUAL(
            "Residual stream",
            "Residual",
            "Every block only adds; the parts add up to the score of the next token.",
            Stage.BLOCKS),
    DRIFT("Drift", "Drift", "Where each token goes, level by level, drawn and in numbers.", Stage.BLOCKS),
    LENS("Lens", "Lens", "What each level would say next, if the model stopped there.", Stage.BLOCKS),
    LOGITS(
            "Logits",
            "Logits",
            "The final vector meets every token's row: one score for each token of the vocabulary.",
            Stage.LOGITS),
    TRAINING(
            "Training view",
            "Training",
            "The same sentence as the model saw it in training: guess each next token, pay for the miss.",
            Stage.LOGITS),
    SAMPLER(
            "Softmax and sampler",
            "Sampler",
            "Scores in, one token out. Every row is a token; read it from left to right.",
            Stage.SAMPLER),
    COST("Cost", "Cost", "What one more token costs: bytes read, operations done, time taken.", Stage.TOKEN),
    LAB("Tiny logits lab", "Lab", "Five words, five scores: do by hand what the sampler does."),
    SELF_CHECK("Self-check", "Self-check", "Seven questions. Answer first, then look."),
    FLASHCARDS("Flashcards", "Flashcards", "Answer in your head, then turn the card."),
    MODELS("Models", "Models", "Which model is open, which are on this computer, and which can be fetched.");

    private final String title;
    private final String tab;
    private final String sentence;
    private final Optional<Stage> stage;

    ScreenId(String title, String tab, String sentence, Stage stage) {
        this(title, tab, sentence, Optional.of(stage));
    }

    ScreenId(String title, String tab, String sentence) {
        this(title, tab, sentence, Optional.empty());
    }

    ScreenId(String title, String tab, String sentence, Optional<Stage> stage) {
        this.title = title;
        this.tab = tab;
        this.sentence = sentence;
        this.stage = stage;
    }

    public String title() {
        return title;
    }

    /** @return the word on its tab, where several screens share a stage */
    public String tab() {
        return tab;
    }

    /** @return what you see, in one sentence */
    public String sentence() {
        return sentence;
    }

    /** @return the stage of the pipeline that is open while this screen is; none for practice and the models */
    public Optional<Stage> stage() {
        return stage;
    }

    /** @return the screens along the pipeline, in order; those for practice and the models are not among them */
    public static List<ScreenId> walk() {
        return Arrays.stream(values()).filter(id -> id.stage.isPresent()).toList();
    }

    /** @return the screens of one part of the path, this one among them: they share tabs */
    public List<ScreenId> neighbours() {
        return Arrays.stream(values()).filter(other -> other.group() == group()).toList();
    }

    private int group() {
        return switch (this) {
            case TOKENS, EMBEDDING -> 0;
            case ATTENTION, MLP, RESIDUAL, DRIFT, LENS -> 1;
            case LOGITS, TRAINING -> 2;
            case SAMPLER, COST -> 3;
            case LAB, SELF_CHECK, FLASHCARDS -> 4;
            case MODELS -> 5;
        };
    }

    /** @return the screen that a lesson calls so; both lists have the same names */
    public static ScreenId of(Place place) {
        return valueOf(place.name());
    }

    /** @return what lessons call this screen */
    public Place place() {
        return Place.valueOf(name());
    }

    /** @return the screen that a click on a stage opens */
    public static ScreenId opens(Stage stage) {
        return switch (stage) {
            case TEXT, TOKENS -> TOKENS;
            case EMBEDDING -> EMBEDDING;
            case BLOCKS -> ATTENTION;
            case FINAL_VECTOR, UNEMBEDDING, LOGITS -> LOGITS;
            case SOFTMAX, PROBABILITIES, SAMPLER -> SAMPLER;
            case TOKEN -> COST;
        };
    }
}
