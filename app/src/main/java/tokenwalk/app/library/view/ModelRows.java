package tokenwalk.app.library.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tokenwalk.app.library.model.LibraryModel;
import tokenwalk.app.library.model.LibraryRow;
import tokenwalk.app.library.model.Origin;

/** All models, one row each, under a heading for each place they lie in. */
public final class ModelRows extends VBox {
    private final LibraryModel model;
    /** Rows stay while their models do, so that a button being pressed is not taken away. */
    private final Map<String, ModelRow> rows = new HashMap<>();

    public ModelRows(LibraryModel model) {
        this.model = model;
        getStyleClass().add("model-rows");
        model.rowsProperty().subscribe(this::show);
    }

    private void show(List<LibraryRow> now) {
        List<Node> nodes = new ArrayList<>();
        String heading = "";
        for (LibraryRow row : now) {
            String next = heading(row.entry().origin());
            if (!next.equals(heading)) {
                heading = next;
                Label words = new Label(heading);
                words.getStyleClass().addAll("strong", "model-group");
                nodes.add(words);
            }
            ModelRow node = rows.computeIfAbsent(row.entry().id(), _ -> new ModelRow(model));
            node.show(row);
            nodes.add(node);
        }
        rows.keySet().retainAll(now.stream().map(row -> row.entry().id()).toList());
        List<Node> rowsShown =
                getChildren().stream().filter(ModelRow.class::isInstance).toList();
        // Only where rows come or go: else a row that is being looked at would lose the focus.
        if (!rowsShown.equals(nodes.stream().filter(ModelRow.class::isInstance).toList())) {
            getChildren().setAll(nodes);
        }
    }

    private static String heading(Origin origin) {
        return switch (origin) {
            case Origin.Bundled _ -> "Ships with Tokenwalk";
            case Origin.Fetched _, Origin.Own _ -> "On this computer";
            case Origin.Online() -> "Can be fetched";
        };
    }
}
