package tokenwalk.app.printing.view;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tokenwalk.app.printing.model.PrintModel;
import tokenwalk.app.printing.model.Printed;

/** What became of a print: where the file went, or what went wrong. */
final class PrintNotice extends VBox {
    private final Label what = new Label();
    private final Label where = new Label();
    private final Button show = new Button("Show");

    PrintNotice(PrintModel model) {
        getStyleClass().addAll("pop-over-content", "print-notice");
        what.setId("print-notice");
        what.setWrapText(true);
        where.setId("print-place");
        where.getStyleClass().add("muted");
        where.setWrapText(true);
        show.setId("print-show");
        show.getStyleClass().add("small");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(_ -> model.show());
        HBox line = new HBox(what, show);
        line.getStyleClass().add("print-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, where);
        model.printedProperty().subscribe(this::tell);
    }

    private void tell(Printed now) {
        switch (now) {
            case Printed.Nothing _, Printed.UnderWay _ -> tell("", "", false);
            case Printed.Done(Path file) ->
                tell(
                        "Saved as " + file.getFileName(),
                        "in " + file.toAbsolutePath().getParent(),
                        true);
            case Printed.Failed(String message) -> tell("! " + message, "", false);
        }
    }

    private void tell(String words, String place, boolean canShow) {
        what.setText(words);
        where.setText(place);
        where.setManaged(!place.isEmpty());
        where.setVisible(!place.isEmpty());
        show.setManaged(canShow);
        show.setVisible(canShow);
    }
}
