package tokenwalk.app.window;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/** The keys that work everywhere in the window. */
enum Shortcut {
    STEP("Step", shortcut(KeyCode.ENTER)),
    SAMPLE("Sample", new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    PLAY("Play, pause", shortcut(KeyCode.SPACE)),
    BACK("Back: take one token away", shortcut(KeyCode.BACK_SPACE)),
    RESET("Reset to the prompt", shortcut(KeyCode.R)),
    VECTORS("Show or hide Q / K / V vectors", shortcut(KeyCode.D)),
    LEVEL_UP("One layer up", alt(KeyCode.UP)),
    LEVEL_DOWN("One layer down", alt(KeyCode.DOWN)),
    NEXT_SCREEN("Next screen", alt(KeyCode.RIGHT)),
    PREVIOUS_SCREEN("Screen before", alt(KeyCode.LEFT)),
    LARGER("Larger text", shortcut(KeyCode.PLUS), shortcut(KeyCode.EQUALS), shortcut(KeyCode.ADD)),
    SMALLER("Smaller text", shortcut(KeyCode.MINUS), shortcut(KeyCode.SUBTRACT)),
    NORMAL_SIZE("Text at 100 %", shortcut(KeyCode.DIGIT0), shortcut(KeyCode.NUMPAD0)),
    PRESENT("Present: big type, full screen", new KeyCodeCombination(KeyCode.F5)),
    NOTES("Notes for the teacher", shortcut(KeyCode.N)),
    SPOTLIGHT("Presenting: spotlight", new KeyCodeCombination(KeyCode.S)),
    LARGER_SPOTLIGHT(
            "Presenting: larger spotlight",
            new KeyCodeCombination(KeyCode.PLUS),
            new KeyCodeCombination(KeyCode.EQUALS),
            new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.ADD)),
    SMALLER_SPOTLIGHT(
            "Presenting: smaller spotlight",
            new KeyCodeCombination(KeyCode.MINUS),
            new KeyCodeCombination(KeyCode.SUBTRACT));

    private final String meaning;
    private final List<KeyCodeCombination> combinations;

    Shortcut(String meaning, KeyCodeCombination... combinations) {
        this.meaning = meaning;
        this.combinations = List.of(combinations);
    }

    private static KeyCodeCombination shortcut(KeyCode code) {
        return with(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCodeCombination alt(KeyCode code) {
        return with(code, KeyCombination.ALT_DOWN);
    }

    private static KeyCodeCombination with(KeyCode code, Modifier modifier) {
        return new KeyCodeCombination(code, modifier);
    }

    String meaning() {
        return meaning;
    }

    /** @return how the key is written, by its first combination */
    String keys() {
        return combinations.getFirst().getDisplayText();
    }

    List<KeyCodeCombination> combinations() {
        return combinations;
    }
}
