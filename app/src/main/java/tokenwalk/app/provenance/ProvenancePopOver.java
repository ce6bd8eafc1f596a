package tokenwalk.app.provenance;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import tokenwalk.app.controls.QuietPopOver;

/** Shows where a number comes from, beside it. */
public final class ProvenancePopOver {
    private ProvenancePopOver() {}

    public static void show(Provenance provenance, Node owner) {
        PopOver popOver = new QuietPopOver(content(provenance), PopOver.ArrowLocation.LEFT_TOP);
        popOver.show(owner);
    }

    static VBox content(Provenance provenance) {
        Label what = new Label(provenance.what());
        what.getStyleClass().add("card-title");
        what.setWrapText(true);
        Label formula = new Label(String.join("\n", provenance.formula()));
        formula.getStyleClass().addAll("number", "provenance-formula");
        Label where =
                new Label("The runtime computes it in " + provenance.source().owner() + ":");
        where.getStyleClass().add("note");
        Label source = new Label(String.join("\n", RuntimeSource.lines(provenance.source())));
        source.getStyleClass().addAll("number", "provenance-source");
        ScrollPane scroll = new ScrollPane(source);
        scroll.getStyleClass().add("provenance-scroll");
        VBox box = new VBox(what, formula, where, scroll);
        box.getStyleClass().addAll("pop-over-content", "provenance");
        return box;
    }
}
