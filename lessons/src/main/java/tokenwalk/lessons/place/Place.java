package tokenwalk.lessons.place;

import java.util.Locale;

/** The screens a lesson can open. */
public enum Place {
    TOKENS,
    EMBEDDING,
    ATTENTION,
    MLP,
    RESIDUAL,
    DRIFT,
    LENS,
    LOGITS,
    TRAINING,
    SAMPLER,
    COST,
    LAB,
    SELF_CHECK,
    FLASHCARDS,
    MODELS;

    /** @return its name in lesson files, such as {@code self-check} */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
