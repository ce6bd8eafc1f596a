package tokenwalk.app.generation.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import tokenwalk.app.controls.QuietPopOver;
import tokenwalk.app.generation.model.GenerationModel;

/** What ends the text: the maximum of new tokens and the user's stop strings. The end-of-text token always does. */
final class StopsEditor {
    private static final int MOST = 1000;

    private final PopOver popOver;

    StopsEditor(GenerationModel model) {
        Spinner<Integer> maximum =
                new Spinner<>(1, MOST, model.maximumProperty().get());
        maximum.setId("maximum");
        maximum.setEditable(true);
        maximum.valueProperty().subscribe(value -> {
            if (value != null) {
                model.maximumProperty().set(value);
            }
        });
        model.maximumProperty().subscribe(value -> maximum.getValueFactory().setValue(value.intValue()));
        TextArea strings = new TextArea(written(model.stopStringsProperty().get()));
        strings.setId("stop-strings");
        strings.setPrefRowCount(3);
        strings.setPrefColumnCount(18);
        strings.setPromptText("One a line; \\n stands for a new line");
        strings.textProperty().subscribe(text -> model.stopStringsProperty().set(parse(text)));
        // A lesson sets them too; what is being typed stays as it is.
        model.stopStringsProperty().subscribe(now -> {
            if (!now.equals(parse(strings.getText()))) {
                strings.setText(written(now));
            }
        });
        Label note = new Label("The model's own end-of-text token always stops it.");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        VBox content = new VBox(new Label("Most new tokens"), maximum, new Label("Stop strings"), strings, note);
        content.getStyleClass().add("pop-over-content");
        popOver = new QuietPopOver(content, PopOver.ArrowLocation.TOP_CENTER);
    }

    void open(Node owner) {
        popOver.show(owner);
    }

    static List<String> parse(String text) {
        return text.lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.replace("\\n", "\n"))
                .toList();
    }

    static String written(List<String> stopStrings) {
        return stopStrings.stream().map(text -> text.replace("\n", "\\n")).collect(Collectors.joining("\n"));
    }
}
