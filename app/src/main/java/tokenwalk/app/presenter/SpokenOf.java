package tokenwalk.app.presenter;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Part;
import tokenwalk.lessons.place.Target;

/** While a lesson is presented, a class sees only what the step speaks of or asks for; else all is shown. */
public final class SpokenOf {
    private final Appearance appearance;
    private final LessonPlayer player;

    public SpokenOf(Appearance appearance, LessonPlayer player) {
        this.appearance = appearance;
        this.player = player;
    }

    /** @return whether to show something that belongs to one of these parts; without parts, whether nothing is left out */
    public BooleanBinding anyOf(Part... parts) {
        Set<Part> these = EnumSet.noneOf(Part.class);
        these.addAll(Set.of(parts));
        return Bindings.createBooleanBinding(
                () -> isWhole() || spokenOf().stream().anyMatch(these::contains),
                appearance.presentingProperty(),
                player.lessonProperty(),
                player.stepProperty());
    }

    /** @return whether the open step, presented or not, speaks of one of these parts or asks for it */
    public BooleanBinding named(Part... parts) {
        Set<Part> these = EnumSet.copyOf(Set.of(parts));
        return Bindings.createBooleanBinding(
                () -> spokenOf().stream().anyMatch(these::contains), player.lessonProperty(), player.stepProperty());
    }

    /** @return the node, which takes no room while none of its parts is spoken of */
    public <T extends Node> T show(T node, Part... parts) {
        node.visibleProperty().bind(anyOf(parts));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private boolean isWhole() {
        return !appearance.presentingProperty().get() || player.lessonProperty().get() == null;
    }

    private Set<Part> spokenOf() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Step step = player.stepProperty().get();
        if (step != null) {
            step.frame().highlight().stream().map(Target::part).forEach(parts::add);
            if (step instanceof Step.Do task) {
                parts.addAll(neededFor(task.until()));
            }
        }
        return parts;
    }

    private static Set<Part> neededFor(Task task) {
        return switch (task) {
            case Task.ChooseSentence _, Task.TypeText _ -> Set.of(Part.SENTENCE);
            case Task.ChooseToken _ -> Set.of(Part.TOKENS);
            case Task.MoveToLevel _ -> Set.of(Part.LEVEL);
            case Task.ChooseLayer _ -> Set.of(Part.LAYER);
            case Task.ChooseHead _ -> Set.of(Part.HEAD);
            case Task.ShowVectors _ -> Set.of(Part.VECTORS_BUTTON);
            case Task.OpenScreen _ -> Set.of();
            case Task.Press press ->
                switch (press.button()) {
                    case STEP -> Set.of(Part.STEP);
                    case SAMPLE -> Set.of(Part.SAMPLE);
                    case PLAY -> Set.of(Part.PLAY);
                    case BACK -> Set.of(Part.BACK);
                    case RESET -> Set.of(Part.RESET);
                };
            case Task.SetKnob set ->
                switch (set.knob()) {
                    case TEMPERATURE -> Set.of(Part.TEMPERATURE);
                    case TOP_K -> Set.of(Part.TOP_K);
                    case TOP_P -> Set.of(Part.TOP_P);
                    case SEED -> Set.of(Part.SEED);
                    case MAXIMUM -> Set.of(Part.STOPS);
                };
            case Task.ChooseDrawing _ -> Set.of(Part.BEST_OR_DRAW);
        };
    }
}
