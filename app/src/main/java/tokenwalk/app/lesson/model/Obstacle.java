package tokenwalk.app.lesson.model;

import org.jspecify.annotations.Nullable;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Requirements;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.transformer.Rotary;

/** What stands between a lesson and a model. */
final class Obstacle {
    private Obstacle() {}

    /** @return what the lesson needs and the model lacks, and what to do, in one line; empty if nothing */
    static String between(@Nullable Lesson lesson, @Nullable LanguageModel model) {
        if (lesson == null || model == null) {
            return "";
        }
        Requirements needs = lesson.requires();
        int layers = model.shape().layers();
        if (layers < needs.layers()) {
            return "This lesson needs a model of at least " + needs.layers() + " layers; "
                    + model.facts().name() + " has " + layers + ". Read on, or start Tokenwalk with a larger model.";
        }
        if (needs.chatTemplate() && model.chatTemplate().isEmpty()) {
            return "This lesson needs a model that was trained to chat; "
                    + model.facts().name()
                    + " was not. Read on, or start Tokenwalk with a model whose name ends in «Instruct».";
        }
        if (needs.rotary() && !(model.transformer().positions() instanceof Rotary)) {
            return "This lesson needs a model that turns queries and keys by their positions; "
                    + model.facts().name()
                    + " adds a learnt row for each position. Read on, or start Tokenwalk with a model of the Llama family.";
        }
        return "";
    }
}
