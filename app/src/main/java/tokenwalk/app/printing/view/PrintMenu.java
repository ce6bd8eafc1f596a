package tokenwalk.app.printing.view;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver.ArrowLocation;
import tokenwalk.app.controls.QuietPopOver;
import tokenwalk.app.printing.model.PrintModel;
import tokenwalk.app.printing.model.Printed;
import tokenwalk.lessons.print.Paper;

/** A small button that opens what can be printed, and the paper; it tells beside itself what became of it. */
abstract class PrintMenu extends MenuButton {
    private final PrintModel model;
    private final PdfChoice choice;
    private final String words;
    private final QuietPopOver notice;

    PrintMenu(String words, String help, PrintModel model, PdfChoice choice) {
        super(words);
        this.words = words;
        this.model = model;
        this.choice = choice;
        this.notice = new QuietPopOver(new PrintNotice(model), ArrowLocation.TOP_CENTER);
        getStyleClass().addAll("flat", "small");
        setMinWidth(USE_PREF_SIZE);
        setPopupSide(Side.BOTTOM);
        setTooltip(new Tooltip(help));
        // Both live as long as this button.
        model.printedProperty().subscribe(this::tell);
    }

    /** Adds what can be printed; to be called once for each. */
    final void addSheet(String text, String id, String fileName, Consumer<Path> print) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> choice.ask(this, fileName).ifPresent(print));
        getItems().add(item);
    }

    /** Adds the choice of the paper, below what can be printed. */
    final void addPapers() {
        getItems().add(new SeparatorMenuItem());
        ToggleGroup group = new ToggleGroup();
        addPaper("A4 paper", Paper.A4, group);
        addPaper("Letter paper", Paper.LETTER, group);
    }

    private void addPaper(String text, Paper paper, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setOnAction(_ -> model.paperProperty().set(paper));
        model.paperProperty().subscribe(now -> item.setSelected(now == paper));
        getItems().add(item);
    }

    private void tell(Printed now) {
        boolean underWay = now instanceof Printed.UnderWay;
        setDisable(underWay);
        setText(underWay ? "Writing…" : words);
        switch (now) {
            case Printed.Nothing _, Printed.UnderWay _ -> notice.hide();
            case Printed.Done _, Printed.Failed _ -> {
                // The button may have left the screen meanwhile; it tells when it is looked for again.
                if (getScene() != null && getScene().getWindow() != null) {
                    notice.show(this);
                }
            }
        }
    }
}
