package tokenwalk.app.lesson.view;

import tokenwalk.app.lesson.model.TaskState;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.lessons.Sentence;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.lesson.Task;

/** What a task wants, in the words of the screens. */
final class TaskWords {
    private TaskWords() {}

    static String of(Task task, TaskState state) {
        return switch (task) {
            case Task.ChooseSentence(var text) ->
                text.map(TaskWords::title)
                        .map(title -> "Choose the sentence «" + title + "».")
                        .orElse("Choose another sentence.");
            case Task.TypeText(int tokens) ->
                "Type a text of your own" + (tokens > 1 ? " of at least " + tokens + " tokens." : ".");
            case Task.ChooseToken _ -> "Click token" + goal(state) + ".";
            case Task.MoveToLevel _ -> "Move the layer slider to" + goal(state) + ".";
            case Task.ChooseLayer _ -> "Choose layer" + goal(state) + ".";
            case Task.ChooseHead _ -> "Choose head" + goal(state) + ".";
            case Task.ShowVectors() -> "Open the Q / K / V vectors.";
            case Task.OpenScreen(var place) -> "Open «" + ScreenId.of(place).title() + "».";
            case Task.Press(Task.Button button, int times) -> press(button, times);
            case Task.SetKnob(Task.Knob knob, double value) -> "Set " + knob(knob) + " to " + number(knob, value) + ".";
            case Task.ChooseDrawing(boolean drawing) -> drawing ? "Switch to «Draw»." : "Switch to «Best token».";
        };
    }

    private static String title(String text) {
        return SentenceCatalogue.bundled().stream()
                .filter(sentence -> sentence.text().equals(text))
                .findFirst()
                .map(Sentence::title)
                .orElse(text);
    }

    private static String goal(TaskState state) {
        return state.goal().isPresent() ? " " + state.goal().getAsInt() : " …";
    }

    private static String press(Task.Button button, int times) {
        String word = switch (button) {
            case STEP -> "Step";
            case SAMPLE -> "Sample";
            case PLAY -> "Play";
            case BACK -> "Back";
            case RESET -> "Reset";
        };
        if (button == Task.Button.SAMPLE && times > 1) {
            return String.format("Draw %,d tokens with Sample.", times);
        }
        return "Press «" + word + "»" + (times > 1 ? " " + times + " times." : ".");
    }

    private static String knob(Task.Knob knob) {
        return switch (knob) {
            case TEMPERATURE -> "the temperature";
            case TOP_K -> "top-k";
            case TOP_P -> "top-p";
            case SEED -> "the seed";
            case MAXIMUM -> "the most new tokens";
        };
    }

    private static String number(Task.Knob knob, double value) {
        boolean off = knob == Task.Knob.TOP_K && value == 0 || knob == Task.Knob.TOP_P && value == 1;
        return off ? "off" : value == Math.rint(value) ? String.format("%.0f", value) : Double.toString(value);
    }
}
