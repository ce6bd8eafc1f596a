package tokenwalk.app.lens.view;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.labels.TokenPicker;
import tokenwalk.app.lens.model.LensColumn;
import tokenwalk.app.lens.model.LensModel;
import tokenwalk.app.lens.model.LensTable;
import tokenwalk.app.lens.model.RankStory;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

/** One token along the levels: its rank, how that changed, and its probability. */
public final class FollowCard extends VBox {
    private final SessionModel session;
    private final LensModel model;
    private final TokenPicker picker;
    private final Button prediction = new Button("Follow the prediction");
    private final GridPane path = new GridPane();
    private final Label story = new Label();

    public FollowCard(SessionModel session, LensModel model) {
        this.session = session;
        this.model = model;
        this.picker = new TokenPicker(model::follow);
        getStyleClass().addAll("card", "follow-card");
        Label title = new Label("Follow a token");
        title.getStyleClass().add("card-title");
        picker.setId("lens-follow");
        picker.disableProperty().bind(model.tableProperty().isNull());
        prediction.setId("lens-follow-prediction");
        prediction.getStyleClass().addAll("flat", "small");
        prediction.setOnAction(_ -> model.followPrediction());
        prediction.visibleProperty().bind(model.followedProperty().isNotNull());
        prediction.managedProperty().bind(prediction.visibleProperty());
        HBox.setHgrow(picker, Priority.ALWAYS);
        path.setId("lens-path");
        path.getStyleClass().add("lens-path");
        path.getColumnConstraints()
                .addAll(column(HPos.LEFT), column(HPos.RIGHT), column(HPos.LEFT), column(HPos.RIGHT));
        story.setId("lens-story");
        story.getStyleClass().add("note");
        story.setWrapText(true);
        story.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, picker, path, story, prediction);
        model.tableProperty().subscribe(this::update);
        session.positionProperty().subscribe(this::update);
        session.levelProperty().subscribe(this::update);
        update();
    }

    private static ColumnConstraints column(HPos alignment) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(alignment);
        column.setHgrow(alignment == HPos.RIGHT ? Priority.ALWAYS : Priority.NEVER);
        return column;
    }

    private void update() {
        LensTable table = model.tableProperty().get();
        int position = session.positionProperty().get();
        if (table == null || position >= table.length()) {
            return;
        }
        // What was there stays until the new column is read.
        table.column(position).ifPresent(column -> show(table.reading().model(), column));
    }

    private void show(LanguageModel of, LensColumn column) {
        List<Token> atHand = column.levels().getLast().best().stream()
                .map(candidate -> of.token(candidate.id()))
                .toList();
        picker.show(of.token(column.followed()), atHand, of.tokenizer().vocabulary());
        List<Candidate> along = column.path();
        int level = session.levelProperty().get();
        int last = along.size() - 1;
        SortedSet<Integer> told = new TreeSet<>(List.of(level, last));
        told.add(Math.max(0, level - 1));
        path.getChildren().clear();
        for (int at : told) {
            row(path.getRowCount(), at, along, at == level);
        }
        story.setText(RankStory.of(along.stream().map(Candidate::rank).toList()));
    }

    private void row(int row, int level, List<Candidate> along, boolean chosen) {
        Candidate now = along.get(level);
        Label rank = word(String.format(Locale.ROOT, "%,d", now.rank()), "number", chosen);
        Label change = change(now, level == 0 || !chosen ? null : along.get(level - 1));
        path.addRow(
                row,
                word("Level " + level, "lens-path-level", chosen),
                rank,
                change,
                word(Percent.of(now.probability()), "number", chosen));
    }

    private static Label change(Candidate now, @Nullable Candidate before) {
        Label label = new Label();
        label.getStyleClass().addAll("number", "rank-change");
        label.setAlignment(Pos.CENTER_LEFT);
        int by = before == null ? 0 : before.rank() - now.rank();
        if (by != 0) {
            label.setText(String.format(Locale.ROOT, "%s%,d", by > 0 ? "↑" : "↓", Math.abs(by)));
            label.getStyleClass().add(by > 0 ? "better" : "worse");
        }
        return label;
    }

    private static Label word(String text, String styleClass, boolean strong) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        if (strong) {
            label.getStyleClass().add("strong");
        }
        return label;
    }
}
