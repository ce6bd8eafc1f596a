package tokenwalk.app.lens.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.ChipContent;
import tokenwalk.app.controls.LensCell;
import tokenwalk.app.controls.LensGrid;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.lens.model.LensColumn;
import tokenwalk.app.lens.model.LensModel;
import tokenwalk.app.lens.model.LensTable;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.token.Token;

/** The lens over the whole text: the grid, and how far it is filled. */
public final class LensGridCard extends VBox {
    private final SessionModel session;
    private final LensModel model;
    private final LensGrid grid;
    private final Label progress = new Label();
    private final Button stop = new Button();
    private final HBox filling = new HBox();
    private @Nullable Reading shown;

    public LensGridCard(SessionModel session, LensModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        this.grid = new LensGrid(appearance);
        getStyleClass().addAll("card", "lens-card");
        grid.setId("lens-grid");
        grid.positionProperty().bindBidirectional(session.positionProperty());
        grid.levelProperty().bindBidirectional(session.levelProperty());
        grid.descriptionProperty().set(this::tenOf);
        grid.visibleProperty().bind(model.tableProperty().isNotNull());
        Label empty = new Label("The grid fills as soon as the model has read a sentence.");
        empty.getStyleClass().add("muted");
        empty.visibleProperty().bind(model.tableProperty().isNull());
        StackPane ground = new StackPane(grid, empty);
        VBox.setVgrow(ground, Priority.ALWAYS);
        Label problem = new Label();
        problem.getStyleClass().add("error");
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(problem, ground, legend(appearance));
        model.tableProperty().subscribe(this::show);
        model.runningProperty().subscribe(this::showProgress);
        session.positionProperty().subscribe(this::showRanks);
        session.readingProperty().subscribe(this::showRanks);
    }

    private Region legend(Appearance appearance) {
        HBox wedge = new HBox();
        for (int tenth = 1; tenth <= 10; tenth++) {
            Region step = new Region();
            step.getStyleClass().add("lens-step");
            double share = tenth / 10.0;
            step.opacityProperty().bind(appearance.themeProperty().map(theme -> share * LensGrid.fullTint(theme)));
            StackPane cell = new StackPane(step);
            cell.getStyleClass().add("lens-step-ground");
            wedge.getChildren().add(cell);
        }
        wedge.setAlignment(Pos.CENTER);
        Label first = word("probability 0 %");
        Label last = word("100 %");
        Label half = word("at least 50 %");
        Label bold = new Label("bold");
        bold.getStyleClass().add("strong");
        for (Region part : List.of(first, wedge, last, bold, half)) {
            part.setMinWidth(USE_PREF_SIZE);
        }
        HBox reading = new HBox(first, wedge, last, bold, half, word("· top row: the model’s own"));
        reading.getStyleClass().add("lens-legend");
        reading.setAlignment(Pos.CENTER_LEFT);

        progress.setId("lens-progress");
        progress.setMinWidth(USE_PREF_SIZE);
        stop.setId("lens-stop");
        stop.getStyleClass().addAll("flat", "small");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> {
            if (model.runningProperty().get()) {
                model.stop();
            } else {
                model.resume();
            }
        });
        filling.getChildren().addAll(progress, stop);
        filling.getStyleClass().add("lens-legend");
        filling.setAlignment(Pos.CENTER_RIGHT);
        // Below each other where the card is narrow.
        FlowPane below = new FlowPane(reading, filling);
        below.getStyleClass().add("lens-below");
        return below;
    }

    private static Label word(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private void show(@Nullable LensTable table) {
        if (table == null) {
            shown = null;
            grid.tokensProperty().set(List.of());
            grid.cellsProperty().set((_, _) -> null);
            return;
        }
        Reading reading = table.reading();
        if (reading != shown) {
            shown = reading;
            grid.lastLevelProperty().set(reading.trace().shape().layers());
            grid.worstRankProperty().set(reading.logits().size());
            grid.tokensProperty().set(chips(reading));
        }
        grid.cellsProperty().set((level, position) -> cell(table, level, position));
        showRanks();
        showProgress();
    }

    private static List<ChipContent> chips(Reading reading) {
        List<ChipContent> chips = new ArrayList<>();
        for (Token token : reading.trace().tokens()) {
            chips.add(ChipContent.prompt(TokenLabels.of(token), token.id(), -1));
        }
        return chips;
    }

    private static @Nullable LensCell cell(LensTable table, int level, int position) {
        Optional<LensColumn> column = table.column(position);
        if (column.isEmpty()) {
            return null;
        }
        Candidate best = column.get().levels().get(level).best().getFirst();
        return new LensCell(TokenLabels.of(table.reading().model().token(best.id())), best.probability());
    }

    private void showRanks() {
        LensTable table = model.tableProperty().get();
        int position = session.positionProperty().get();
        Optional<LensColumn> column =
                table == null || position >= table.length() ? Optional.empty() : table.column(position);
        column.ifPresentOrElse(
                now -> {
                    List<Candidate> path = now.path();
                    grid.ranksProperty()
                            .set(Numbers.of(
                                    path.size(), level -> path.get(level).rank()));
                    Token followed = session.reading() == null || table == null
                            ? null
                            : table.reading().model().token(now.followed());
                    grid.rankCaptionProperty()
                            .set(
                                    followed == null
                                            ? "rank"
                                            : "rank of "
                                                    + TokenLabels.of(followed).plain() + " (log)");
                },
                () -> grid.ranksProperty().set(Numbers.NONE));
    }

    private void showProgress() {
        LensTable table = model.tableProperty().get();
        boolean missing = table != null && !table.isComplete();
        boolean running = model.runningProperty().get();
        filling.setVisible(missing);
        filling.setManaged(missing);
        if (table != null) {
            progress.setText("%,d of %,d columns · hatched: not yet computed".formatted(table.done(), table.length()));
        }
        stop.setText(running ? "Stop" : "Go on");
    }

    /** @return the ten best tokens of a cell, one a line */
    private String tenOf(int level, int position) {
        LensTable table = model.tableProperty().get();
        if (table == null || table.column(position).isEmpty()) {
            return "";
        }
        Reading reading = table.reading();
        Token token = reading.trace().tokens().get(position);
        StringBuilder words = new StringBuilder(
                "Level %d · %s %d".formatted(level, TokenLabels.of(token).plain(), position + 1));
        for (Candidate candidate :
                table.column(position).orElseThrow().levels().get(level).best()) {
            words.append("\n%2d  %-14s %8s"
                    .formatted(
                            candidate.rank(),
                            TokenLabels.of(reading.model().token(candidate.id()))
                                    .plain(),
                            Percent.of(candidate.probability())));
        }
        return words.toString();
    }
}
