package tokenwalk.app.embeddings.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.CardFlow;
import tokenwalk.app.controls.SegmentedToggle;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.embeddings.model.LeastTrained;
import tokenwalk.app.embeddings.model.LeastTrained.Way;
import tokenwalk.app.embeddings.model.LeastTrainedModel;
import tokenwalk.app.embeddings.model.LeastTrainedModel.NearestAtLevel;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.transformer.EmbeddingTable.RankedRow;

/** The rows that training moved least, and the odd rows that the chosen token is nearest to between the ends. */
public final class LeastTrainedCard extends VBox {
    private static final double HALF = 17;
    /** From this cosine on a row may be said to be near. */
    private static final double NEAR = 0.4;

    private final SessionModel session;
    private final LeastTrainedModel model;
    private final ListView<RankedRow> list = new ListView<>();
    private final ListView<NearestAtLevel> levels = new ListView<>();
    private final Label about = new Label();
    private final Label odd = new Label();

    public LeastTrainedCard(SessionModel session, LeastTrainedModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        getStyleClass().addAll("card", "least-trained-card");
        list.setId("least-trained");
        list.getStyleClass().add("plain-list");
        list.setPlaceholder(new Label("This model has no special tokens that are alike."));
        list.setCellFactory(_ ->
                new RankedRowCell(appearance, this::label, this::share, row -> NearestRowsCard.cosine(row.measure())));
        levels.setId("nearest-by-level");
        levels.getStyleClass().add("plain-list");
        levels.setPlaceholder(new Label("–"));
        levels.setCellFactory(_ -> new LevelRowCell(this::label));
        levels.getSelectionModel().selectedItemProperty().subscribe(now -> {
            if (now != null) {
                session.levelProperty().set(now.level());
            }
        });
        session.levelProperty().subscribe(this::selectLevel);
        CardFlow halves = new CardFlow(
                appearance,
                new CardFlow.Card(half(list, about), HALF, 1),
                new CardFlow.Card(half(levels, odd), HALF, 1));
        VBox.setVgrow(halves, Priority.ALWAYS);
        getChildren().addAll(heading(), halves);
        model.foundProperty().subscribe(this::show);
        model.wayProperty().subscribe(this::show);
        model.alongLevelsProperty().subscribe(this::showLevels);
        appearance.textScaleProperty().subscribe(() -> list.refresh());
    }

    private Node heading() {
        Label title = new Label("Least-trained rows");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        SegmentedToggle<Way> ways = new SegmentedToggle<>(List.of(Way.values()), Way::label);
        ways.setId("ways");
        ways.valueProperty().bindBidirectional(model.wayProperty());
        ways.setMinWidth(Region.USE_PREF_SIZE);
        ways.getStyleClass().add("small-segments");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(title, gap, ways, new WhereFromButton("least-where", this::provenance));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("card-heading");
        return row;
    }

    private static VBox half(ListView<?> list, Label words) {
        words.getStyleClass().add("note");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(list, words);
        box.getStyleClass().add("half");
        return box;
    }

    private TokenLabel label(int id) {
        LanguageModel opened = session.modelProperty().get();
        return opened == null ? TokenLabel.text("") : TokenLabels.of(opened.token(id));
    }

    /** Cosines as they are; lengths and distances against the row in the middle. */
    private double share(RankedRow row) {
        LeastTrained found = model.foundProperty().get();
        if (found == null) {
            return 0;
        }
        return switch (model.wayProperty().get()) {
            case LIKE_UNUSED_SPECIALS -> row.measure();
            case CENTRE, NORM -> row.measure() / found.medianNorm();
        };
    }

    private void show() {
        LeastTrained found = model.foundProperty().get();
        if (found == null) {
            list.getItems().clear();
            about.setText("");
            return;
        }
        Way way = model.wayProperty().get();
        list.getItems().setAll(found.rows(way));
        about.setText(
                switch (way) {
                    case LIKE_UNUSED_SPECIALS ->
                        "%d rows can hardly be told apart: training never asked for these tokens, so all were pushed alike. What follows was rarely asked for."
                                .formatted(found.twins());
                    case CENTRE ->
                        String.format(
                                Locale.ROOT,
                                "Distance to the mean of all rows, itself %.2f long; a middling row is %.2f long. A token of little use stays near.",
                                found.centreNorm(),
                                found.medianNorm());
                    case NORM ->
                        String.format(Locale.ROOT, "Length; a middling row is %.2f long. ", found.medianNorm())
                                + overlap(found);
                });
    }

    /** Only where there are idle specials to compare with. */
    private static String overlap(LeastTrained found) {
        if (found.rows(Way.LIKE_UNUSED_SPECIALS).isEmpty()) {
            return "Short alone is not untrained.";
        }
        long both = found.rows(Way.NORM).stream()
                .filter(row -> found.rows(Way.LIKE_UNUSED_SPECIALS).stream().anyMatch(other -> other.id() == row.id()))
                .count();
        return "%d of these %d are among the rows like the idle specials: short alone is not untrained."
                .formatted(both, found.rows(Way.NORM).size());
    }

    private void showLevels(List<NearestAtLevel> now) {
        levels.getItems().setAll(now);
        selectLevel();
        if (now.size() < 3) {
            odd.setText("");
            return;
        }
        List<NearestAtLevel> between = now.subList(1, now.size() - 1);
        double highest = between.stream()
                .mapToDouble(level -> level.row().measure())
                .max()
                .orElse(0);
        long hardly = between.stream().filter(NearestAtLevel::leastTrained).count();
        odd.setText(String.format(
                Locale.ROOT,
                "Nearest row to the chosen token, by level. " + story(highest) + " Dotted: least-trained, %d of %d.",
                highest,
                hardly,
                between.size()));
    }

    private static String story(double highest) {
        return highest < NEAR
                ? "Between the ends none is near (cosine up to %.2f): odd rows that nothing pulled elsewhere win by a hair."
                : "Between the ends the nearest come to a cosine of %.2f.";
    }

    private void selectLevel() {
        int level = session.levelProperty().get();
        if (level < levels.getItems().size() && levels.getSelectionModel().getSelectedIndex() != level) {
            levels.getSelectionModel().clearAndSelect(level);
            levels.scrollTo(Math.max(0, level - 2));
        }
    }

    private Optional<Provenance> provenance() {
        return Optional.ofNullable(model.foundProperty().get())
                .filter(found -> !found.rows(model.wayProperty().get()).isEmpty())
                .map(found -> {
                    Way way = model.wayProperty().get();
                    RankedRow first = found.rows(way).getFirst();
                    String formula = switch (way) {
                        case LIKE_UNUSED_SPECIALS -> "cosine with the special token that has the most twins";
                        case CENTRE -> "|row − centre|, the centre is the mean of all rows";
                        case NORM -> "|row| = √(Σ xᵢ²)";
                    };
                    String method = switch (way) {
                        case LIKE_UNUSED_SPECIALS -> "nearest";
                        case CENTRE -> "nearestToCentre";
                        case NORM -> "shortest";
                    };
                    return new Provenance(
                            "The first of the list: " + label(first.id()).plain(),
                            List.of(
                                    formula,
                                    "token %d: %s".formatted(first.id(), NearestRowsCard.cosine(first.measure())),
                                    "after Land & Bartolo 2024, «Fishing for Magikarp»"),
                            new SourceOf("tokenwalk.runtime.transformer.EmbeddingTable", method));
                });
    }
}
