package tokenwalk.lessons.place;

import java.util.Arrays;
import java.util.Optional;

/** The parts of the screens that a lesson can point at. A part without a place is on every screen of the walk. */
public enum Part {
    // On every screen
    TOKENS("tokens"),
    TOKEN("token", Numbered.POSITION),
    TITLE("title"),
    STAGE_TEXT("stage text"),
    STAGE_TOKENS("stage tokens"),
    STAGE_EMBEDDING("stage embedding"),
    STAGE_BLOCKS("stage blocks"),
    STAGE_FINAL_VECTOR("stage final vector"),
    STAGE_UNEMBEDDING("stage unembedding"),
    STAGE_LOGITS("stage logits"),
    STAGE_SOFTMAX("stage softmax"),
    STAGE_PROBABILITIES("stage probabilities"),
    STAGE_SAMPLER("stage sampler"),
    STAGE_TOKEN("stage token"),

    // Self-Attention
    SENTENCE("sentence", Place.ATTENTION),
    LAYER("layer", Numbered.LAYER, Place.ATTENTION),
    HEAD("head", Numbered.HEAD, Place.ATTENTION),
    VECTORS_BUTTON("vectors button", Place.ATTENTION),
    VECTORS("vectors", Place.ATTENTION),
    LEVEL("level", Numbered.LEVEL, Place.ATTENTION),
    DRIFT_PICTURE("drift picture", Place.ATTENTION),
    NEAREST("nearest tokens", Place.ATTENTION),
    GENERATED("generated text", Place.ATTENTION),
    BARS("candidate bars", Place.ATTENTION),
    STEP("step button", Place.ATTENTION),
    PLAY("play button", Place.ATTENTION),
    BACK("back button", Place.ATTENTION),
    RESET("reset button", Place.ATTENTION),
    SAMPLE("sample button", Place.ATTENTION),
    BEST_OR_DRAW("best or draw", Place.ATTENTION),
    TEMPERATURE("temperature", Place.ATTENTION),
    TOP_K("top-k", Place.ATTENTION),
    TOP_P("top-p", Place.ATTENTION),
    SEED("seed", Place.ATTENTION),
    STOPS("stops", Place.ATTENTION),

    // Tokens
    SPELLING("spelling", Place.TOKENS),
    MERGES("merges", Place.TOKENS),
    IDS("ids", Place.TOKENS),
    VOCABULARY_SEARCH("vocabulary search", Place.TOKENS),
    TOKENS_PER_WORD("tokens per word", Place.TOKENS),

    // Embedding and position
    EMBEDDING_ROW("embedding row", Place.EMBEDDING),
    NEAREST_ROWS("nearest rows", Place.EMBEDDING),
    ROTARY("position", Place.EMBEDDING),
    DISTANCES("distances", Place.EMBEDDING),
    LEAST_TRAINED("least trained", Place.EMBEDDING),

    // MLP
    NEURONS("neurons", Place.MLP),
    STRONGEST_NEURONS("strongest neurons", Place.MLP),
    NEURON("neuron", Place.MLP),

    // Residual stream
    STREAM("stream", Place.RESIDUAL),
    STREAM_SUM("stream sum", Place.RESIDUAL),
    STRONGEST_PARTS("strongest parts", Place.RESIDUAL),

    // Drift
    DRIFT_PLOT("drift plot", Place.DRIFT),
    DRIFT_CURVES("drift curves", Place.DRIFT),

    // Lens
    LENS_GRID("lens grid", Place.LENS),
    LENS_CELL("lens cell", Place.LENS),
    FOLLOW("followed token", Place.LENS),

    // Logits
    HISTOGRAM("histogram", Place.LOGITS),
    VOCABULARY("vocabulary", Place.LOGITS),
    LOGIT_SUM("logit sum", Place.LOGITS),
    TYING("weight tying", Place.LOGITS),

    // Training view
    TRAINING_TEXT("training text", Place.TRAINING),
    GUESSES("guesses", Place.TRAINING),
    GRADIENT("gradient", Place.TRAINING),

    // Softmax and sampler
    STAGES("sampler stages", Place.SAMPLER),
    SAMPLER_POLICY("sampler policy", Place.SAMPLER),
    CUMULATIVE("cumulative", Place.SAMPLER),
    ONE_DRAW("one draw", Place.SAMPLER),
    DRAWS("draws", Place.SAMPLER),

    // Cost
    STEP_COST("step cost", Place.COST),
    CACHE("cache", Place.COST),
    PRICE("price", Place.COST),
    TYPED_MODEL("typed model", Place.COST);

    /** What the number after a part's name counts: «token 12», «level 28». Positions count from 1, all else from 0. */
    public enum Numbered {
        NOTHING,
        POSITION,
        LAYER,
        HEAD,
        LEVEL
    }

    private final String written;
    private final Numbered numbered;
    private final Optional<Place> place;

    Part(String written) {
        this(written, Numbered.NOTHING, Optional.empty());
    }

    Part(String written, Numbered numbered) {
        this(written, numbered, Optional.empty());
    }

    Part(String written, Place place) {
        this(written, Numbered.NOTHING, Optional.of(place));
    }

    Part(String written, Numbered numbered, Place place) {
        this(written, numbered, Optional.of(place));
    }

    Part(String written, Numbered numbered, Optional<Place> place) {
        this.written = written;
        this.numbered = numbered;
        this.place = place;
    }

    /** @return its name in lesson files */
    public String written() {
        return written;
    }

    public Numbered numbered() {
        return numbered;
    }

    /** @return the screen it is on; none if it is on every screen */
    public Optional<Place> place() {
        return place;
    }

    /** @return whether it can be seen on a screen */
    public boolean isOn(Place screen) {
        boolean withoutText = switch (screen) {
            case LAB, SELF_CHECK, FLASHCARDS, MODELS -> true;
            case TOKENS, EMBEDDING, ATTENTION, MLP, RESIDUAL, DRIFT, LENS, LOGITS, TRAINING, SAMPLER, COST -> false;
        };
        return switch (this) {
            // What follows the sampler, and the lens's table, speak of no single token of the text.
            case TOKENS, TOKEN ->
                !withoutText && screen != Place.LENS && screen != Place.SAMPLER && screen != Place.COST;
            case BEST_OR_DRAW, SAMPLE, TEMPERATURE, TOP_K, TOP_P, SEED ->
                screen == Place.ATTENTION || screen == Place.SAMPLER;
            default -> place.map(screen::equals).orElse(true);
        };
    }

    /** @return the part so named in lesson files */
    public static Optional<Part> named(String written) {
        return Arrays.stream(values())
                .filter(part -> part.written.equals(written))
                .findFirst();
    }
}
