package tokenwalk.app.attention.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.AttentionModel;
import tokenwalk.app.attention.model.HeadsModel.LayerHeads;
import tokenwalk.app.controls.HeatGrid;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.transformer.AttentionShape;

/** The heads of the chosen layer as thumbnails, in a frame with those that read the same keys and values. */
final class HeadsCard extends VBox {
    private static final double THUMBNAIL = 76;

    private final SessionModel session;
    private final AttentionModel model;
    private final Appearance appearance;
    private final Label title = new Label("Heads");
    private final Label sharing = new Label();
    private final FlowPane groups = new FlowPane();
    private final List<HeatGrid> grids = new ArrayList<>();
    private final List<ToggleButton> buttons = new ArrayList<>();

    HeadsCard(SessionModel session, AttentionModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        this.appearance = appearance;
        getStyleClass().addAll("card", "heads-card");
        title.setId("heads-title");
        title.getStyleClass().add("card-title");
        sharing.setId("heads-sharing");
        sharing.getStyleClass().add("note");
        sharing.setWrapText(true);
        sharing.setMinHeight(USE_PREF_SIZE);
        groups.setId("head-groups");
        groups.getStyleClass().add("head-groups");
        ScrollPane scroll = new ScrollPane(groups);
        scroll.getStyleClass().add("heads-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, sharing, scroll);
        model.heads().headsProperty().subscribe(this::show);
        model.withoutFirstProperty()
                .subscribe(() -> show(model.heads().headsProperty().get()));
        session.headProperty().subscribe(this::mark);
        appearance.textScaleProperty().subscribe(() -> grids.forEach(this::size));
    }

    private void show(@Nullable LayerHeads heads) {
        if (heads == null) {
            return;
        }
        AttentionShape shape = heads.reading().trace().shape().attention();
        title.setText("The " + shape.heads() + " heads of layer " + heads.layer());
        boolean tooLong = heads.weights().isEmpty();
        sharing.setText(
                tooLong
                        ? "The text is too long to draw all heads; the steps of the chosen one are beside."
                        : sharing(shape));
        if (tooLong) {
            clear();
            return;
        }
        if (grids.size() != shape.heads()) {
            build(shape);
        }
        for (int head = 0; head < grids.size(); head++) {
            grids.get(head)
                    .setWeights(AttentionMatrix.numbers(
                            heads.weights().get(head),
                            model.withoutFirstProperty().get()));
        }
        mark();
    }

    private static String sharing(AttentionShape shape) {
        int shared = shape.heads() / shape.keyValueHeads();
        return shared == 1
                ? "Each head has keys and values of its own. Click one to choose it."
                : "Each asks its own question; the %d in a frame share one key and value. Click one to choose it."
                        .formatted(shared);
    }

    private void clear() {
        groups.getChildren().clear();
        grids.clear();
        buttons.clear();
    }

    private void build(AttentionShape shape) {
        clear();
        List<FlowPane> frames = new ArrayList<>();
        for (int shared = 0; shared < shape.keyValueHeads(); shared++) {
            FlowPane frame = new FlowPane();
            frame.getStyleClass().add("head-frame");
            frames.add(frame);
            Label name = new Label("key/value " + shared);
            name.getStyleClass().add("note");
            VBox group = new VBox(name, frame);
            group.getStyleClass().add("head-group");
            groups.getChildren().add(group);
        }
        for (int head = 0; head < shape.heads(); head++) {
            frames.get(shape.keyValueHead(head)).getChildren().add(thumbnail(head));
        }
        int beside = Math.min(4, shape.heads() / shape.keyValueHeads());
        frames.forEach(frame -> frame.setPrefWrapLength(beside * appearance.px(THUMBNAIL + 24)));
    }

    private Node thumbnail(int head) {
        HeatGrid grid = new HeatGrid(appearance);
        grid.selectedRowProperty().bind(session.positionProperty());
        // The button takes clicks and keys: they choose the head, not a row.
        grid.setMouseTransparent(true);
        grid.setFocusTraversable(false);
        size(grid);
        grids.add(grid);
        ToggleButton button = new ToggleButton(Integer.toString(head), grid);
        button.setId("head-" + head);
        button.getStyleClass().setAll("head-thumbnail");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAlignment(Pos.CENTER);
        button.setAccessibleText("head " + head);
        button.setOnAction(_ -> {
            session.headProperty().set(head);
            mark();
        });
        buttons.add(button);
        return button;
    }

    private void size(HeatGrid grid) {
        double side = appearance.px(THUMBNAIL);
        grid.setMinSize(side, side);
        grid.setPrefSize(side, side);
        grid.setMaxSize(side, side);
    }

    private void mark() {
        for (int head = 0; head < buttons.size(); head++) {
            buttons.get(head).setSelected(head == session.headProperty().get());
        }
    }
}
