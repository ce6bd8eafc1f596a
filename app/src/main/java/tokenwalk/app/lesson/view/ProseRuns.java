package tokenwalk.app.lesson.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Inline;
import tokenwalk.lessons.prose.Inline.Emphasis;

/** Parts of a paragraph as nodes of a text flow. */
final class ProseRuns {
    private static final String WAITING = "…";

    private ProseRuns() {}

    static List<Node> of(Inline inline, Consumer<Optional<Target>> pointed) {
        return switch (inline) {
            case Inline.Words words -> List.of(text(words.text(), words.emphasis()));
            case Inline.Verbatim verbatim -> token(TokenLabel.text(verbatim.text()), Emphasis.NONE);
            case Inline.Asked asked -> List.of(text(WAITING, asked.emphasis()));
            case Inline.Known known -> known(known.value(), known.emphasis());
            case Inline.Pointer pointer -> pointer(pointer, pointed);
            case Inline.Break _ -> List.of(new Text("\n"));
        };
    }

    private static List<Node> known(FactValue value, Emphasis emphasis) {
        return value instanceof FactValue.OneToken one
                ? token(TokenLabels.of(one.token()), emphasis)
                : List.of(text(value.words(), emphasis));
    }

    private static Text text(String words, Emphasis emphasis) {
        Text text = new Text(words);
        text.getStyleClass().add("prose-text");
        switch (emphasis) {
            case NONE -> {}
            case STRONG -> text.getStyleClass().add("prose-strong");
            case ITALIC -> text.getStyleClass().add("prose-italic");
        }
        return text;
    }

    private static List<Node> token(TokenLabel label, Emphasis emphasis) {
        List<Node> runs = new ArrayList<>();
        for (TokenLabel.Run run : label.runs()) {
            Text text = text(run.text(), emphasis);
            text.getStyleClass().add(run.sign() ? "prose-sign" : "prose-token");
            runs.add(text);
        }
        return runs;
    }

    /** Word by word, so that a line may end between them. */
    private static List<Node> pointer(Inline.Pointer pointer, Consumer<Optional<Target>> pointed) {
        List<Node> nodes = new ArrayList<>();
        boolean first = true;
        for (Inline inner : pointer.inlines()) {
            for (Node run : of(inner, pointed)) {
                if (!(run instanceof Text text)) {
                    nodes.add(run);
                    continue;
                }
                for (String word : text.getText().splitWithDelimiters(" ", 0)) {
                    if (word.isBlank()) {
                        nodes.add(text(word, Emphasis.NONE));
                    } else {
                        nodes.add(word(word, text, pointer.target(), first, pointed));
                        first = false;
                    }
                }
            }
        }
        return nodes;
    }

    private static Node word(
            String word, Text as, Target target, boolean focusable, Consumer<Optional<Target>> pointed) {
        Label label = new Label(word);
        label.getStyleClass().add("pointer-word");
        as.getStyleClass().stream()
                .filter(style -> style.equals("prose-token") || style.equals("prose-sign"))
                .forEach(style -> label.getStyleClass().add("pointer-" + style));
        label.setAccessibleRole(AccessibleRole.HYPERLINK);
        label.setAccessibleText(word + ", points at " + target.part().written());
        label.setFocusTraversable(focusable);
        label.hoverProperty().subscribe((_, on) -> pointed.accept(on ? Optional.of(target) : Optional.empty()));
        label.focusedProperty().subscribe((_, on) -> pointed.accept(on ? Optional.of(target) : Optional.empty()));
        return label;
    }
}
