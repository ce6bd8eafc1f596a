package tokenwalk.app.residual.view;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedBar;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.residual.model.Attribution;
import tokenwalk.app.residual.model.ResidualModel;
import tokenwalk.app.residual.model.StreamPart;
import tokenwalk.app.session.SessionModel;

/** The strongest parts, and the chosen one in words. */
public final class StrongestCard extends VBox {
    private static final int LISTED = 8;

    private final SessionModel session;
    private final ResidualModel model;
    private final NavigationModel navigation;
    private final List<Row> rows = new ArrayList<>();
    private final Label chosen = new Label();
    private final Button open = new Button();
    private final Button where = new Button("Where from?");

    public StrongestCard(SessionModel session, ResidualModel model, NavigationModel navigation) {
        this.session = session;
        this.model = model;
        this.navigation = navigation;
        getStyleClass().addAll("card", "strongest-card");
        Label title = new Label("Strongest parts");
        title.getStyleClass().add("card-title");
        VBox list = new VBox();
        list.setId("strongest-parts");
        list.getStyleClass().add("part-rows");
        for (int i = 0; i < LISTED; i++) {
            Row row = new Row();
            rows.add(row);
            list.getChildren().add(row);
        }
        Region gap = new Region();
        setVgrow(gap, Priority.ALWAYS);
        chosen.setId("chosen-part");
        chosen.setWrapText(true);
        chosen.setMinHeight(USE_PREF_SIZE);
        open.setId("open-part");
        open.getStyleClass().add("small");
        open.setOnAction(_ -> openScreen());
        where.setId("part-where");
        where.getStyleClass().addAll("flat", "small");
        where.setOnAction(_ -> explain());
        HBox buttons = new HBox(open, where);
        buttons.getStyleClass().add("button-row");
        buttons.managedProperty().bind(buttons.visibleProperty());
        buttons.visibleProperty().bind(model.partProperty().isNotEqualTo(ResidualModel.NONE));
        open.managedProperty().bind(open.visibleProperty());
        getChildren().addAll(title, list, gap, chosen, buttons);
        model.attributionProperty().subscribe(this::show);
        model.partProperty().subscribe(this::describe);
    }

    private void show(@Nullable Attribution now) {
        if (now == null) {
            return;
        }
        List<Integer> strongest = now.strongest(LISTED);
        double most = Math.abs(now.parts().get(strongest.getFirst()).change());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).setVisible(i < strongest.size());
            if (i < strongest.size()) {
                rows.get(i).show(strongest.get(i), now.parts().get(strongest.get(i)), most);
            }
        }
        describe();
    }

    private void describe() {
        int place = model.partProperty().get();
        rows.forEach(row -> row.mark(place));
        StreamPart part = part();
        if (part == null) {
            chosen.setText("Click a bar or a row, or use ← → on the chart.");
            return;
        }
        chosen.setText("%s: %s, length %s"
                .formatted(
                        capital(part.name()),
                        SignedNumber.marked(part.change(), 3),
                        SignedNumber.of(part.length(), 1)));
        open.setVisible(part.kind() == StreamPart.Kind.MLP || part.kind() == StreamPart.Kind.ATTENTION);
        open.setText(part.kind() == StreamPart.Kind.MLP ? "Open this MLP" : "Open this attention");
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private @Nullable StreamPart part() {
        Attribution now = model.attributionProperty().get();
        int place = model.partProperty().get();
        return now == null || place < 0 || place >= now.parts().size()
                ? null
                : now.parts().get(place);
    }

    private void openScreen() {
        StreamPart part = part();
        if (part != null) {
            session.layerProperty().set(part.layer());
            navigation.open(part.kind() == StreamPart.Kind.MLP ? ScreenId.MLP : ScreenId.ATTENTION);
        }
    }

    private void explain() {
        Attribution now = model.attributionProperty().get();
        StreamPart part = part();
        if (now != null && part != null) {
            ProvenancePopOver.show(StreamProvenance.ofPart(now, part), where);
        }
    }

    /** badge | layer | bar | number */
    private final class Row extends Button {
        private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

        private final Label letter = new Label();
        private final Label layer = new Label();
        private final SignedBar bar = new SignedBar("embedding");
        private final Label change = new Label();
        private int place;

        Row() {
            getStyleClass().setAll("part-row");
            layer.getStyleClass().addAll("number", "part-layer");
            change.getStyleClass().addAll("number", "part-change");
            HBox.setHgrow(bar, Priority.ALWAYS);
            HBox cells = new HBox(letter, layer, bar, change);
            cells.setAlignment(Pos.CENTER_LEFT);
            cells.getStyleClass().add("part-cells");
            setGraphic(cells);
            setMaxWidth(Double.MAX_VALUE);
            cells.prefWidthProperty().bind(widthProperty().subtract(8));
            setOnAction(_ -> model.partProperty().set(place));
        }

        void show(int newPlace, StreamPart part, double most) {
            place = newPlace;
            letter.setText(StreamWords.letter(part.kind()));
            letter.getStyleClass().setAll("label", "part-badge", StreamWords.styleClass(part.kind()));
            layer.setText(
                    part.kind() == StreamPart.Kind.MLP || part.kind() == StreamPart.Kind.ATTENTION
                            ? Integer.toString(part.layer())
                            : "–");
            bar.show(StreamWords.styleClass(part.kind()), part.change() / most);
            change.setText(SignedNumber.marked(part.change(), 2));
            setAccessibleText(part.name() + " " + change.getText());
        }

        void mark(int chosenPlace) {
            pseudoClassStateChanged(CHOSEN, place == chosenPlace && isVisible());
        }
    }
}
