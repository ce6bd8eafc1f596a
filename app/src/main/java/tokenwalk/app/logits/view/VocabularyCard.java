package tokenwalk.app.logits.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.logits.model.LogitSum;
import tokenwalk.app.logits.model.LogitsModel;
import tokenwalk.app.logits.model.Scores;
import tokenwalk.app.logits.model.VocabularyIndex.Column;
import tokenwalk.app.logits.model.VocabularyIndex.Order;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.theme.Appearance;

/** The panel «The whole vocabulary»: a table to search and sort. Choosing a row shows its token in all panels. */
public final class VocabularyCard extends VBox {
    private static final double ROW = 25;

    private final LogitsModel model;
    private final TableView<Integer> table = new TableView<>();
    private final Label count = new Label();
    private boolean writing;

    public VocabularyCard(LogitsModel model, Appearance appearance) {
        this.model = model;
        getStyleClass().addAll("card", "vocabulary-card");
        setUpTable(appearance);
        setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(heading(), table);
        model.foundProperty().subscribe(this::show);
        model.sumProperty().subscribe((@Nullable LogitSum sum) -> select(sum));
    }

    private HBox heading() {
        Label title = new Label("The whole vocabulary");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("found");
        count.getStyleClass().add("note");
        count.setMinWidth(0);
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        TextField search = new TextField();
        search.setId("vocabulary-search");
        search.getStyleClass().add("vocabulary-search");
        search.setPromptText("Search text or id");
        search.textProperty().bindBidirectional(model.searchProperty());
        Button where = new Button("Where from?");
        where.setId("probability-where");
        where.getStyleClass().addAll("flat", "small");
        where.setMinWidth(Region.USE_PREF_SIZE);
        where.setOnAction(_ -> explain(where));
        HBox row = new HBox(title, count, search, where);
        row.getStyleClass().add("card-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void setUpTable(Appearance appearance) {
        table.setId("vocabulary");
        table.getStyleClass().add("vocabulary");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("No token has this text."));
        appearance.textScaleProperty().subscribe(_ -> table.setFixedCellSize(Math.round(appearance.px(ROW))));
        table.getColumns()
                .setAll(List.of(
                        numbers("Rank", Column.RANK, 1.2, (scores, id) -> String.format("%,d", rank(scores, id))),
                        tokens(),
                        numbers("Id", Column.ID, 1.5, (_, id) -> id.toString()),
                        numbers("Logit", Column.LOGIT, 1.6, (scores, id) -> SignedNumber.of(scores.logit(id), 2)),
                        numbers(
                                "Probability",
                                Column.PROBABILITY,
                                3,
                                (scores, id) -> Percent.of(scores.distribution().probabilityOf(id)))));
        table.setSortPolicy(_ -> {
            sort();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().subscribe((@Nullable Integer id) -> {
            if (id != null && !writing) {
                model.choose(id);
            }
        });
    }

    /** What a cell says about a token. */
    @FunctionalInterface
    private interface Words {
        String of(Scores scores, Integer id);
    }

    private static int rank(Scores scores, int id) {
        return scores.logits().rank(id) + 1;
    }

    private TableColumn<Integer, Integer> numbers(String name, Column by, double share, Words words) {
        TableColumn<Integer, Integer> column = column(name, by, share, cell -> {
            Scores scores = model.scoresProperty().get();
            Integer id = cell.getItem();
            cell.setText(scores == null || id == null ? "" : words.of(scores, id));
        });
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<Integer, Integer> tokens() {
        return column("Token", Column.TEXT, 4, cell -> {
            Scores scores = model.scoresProperty().get();
            Integer id = cell.getItem();
            if (cell.getGraphic() instanceof TokenText text && scores != null && id != null) {
                text.setToken(TokenLabels.of(scores.token(id)));
            }
        });
    }

    private TableColumn<Integer, Integer> column(
            String name, Column by, double share, Consumer<TableCell<Integer, Integer>> write) {
        TableColumn<Integer, Integer> column = new TableColumn<>(name);
        column.setUserData(by);
        column.setReorderable(false);
        column.setMinWidth(40);
        column.setPrefWidth(share * 60);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        boolean token = by == Column.TEXT;
        column.setCellFactory(_ -> new TableCell<>() {
            private final TokenText text = new TokenText();

            @Override
            protected void updateItem(@Nullable Integer id, boolean empty) {
                super.updateItem(id, empty);
                if (token) {
                    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                    setGraphic(empty ? null : text);
                }
                if (empty) {
                    setText("");
                } else {
                    write.accept(this);
                }
            }
        });
        return column;
    }

    private void sort() {
        if (table.getSortOrder().isEmpty()) {
            model.orderProperty().set(Order.BEST_FIRST);
        } else {
            TableColumn<Integer, ?> first = table.getSortOrder().getFirst();
            boolean descending = first.getSortType() == TableColumn.SortType.DESCENDING;
            model.orderProperty().set(new Order((Column) first.getUserData(), descending));
        }
    }

    private void show(List<Integer> found) {
        writing = true;
        table.setItems(FXCollections.observableList(found));
        writing = false;
        table.refresh();
        Scores scores = model.scoresProperty().get();
        boolean all = scores == null || found.size() == scores.logits().size();
        count.setText(
                all
                        ? String.format("%,d tokens", found.size())
                        : String.format(
                                "%,d of %,d", found.size(), scores.logits().size()));
        select(model.sumProperty().get());
    }

    /** Marks the chosen token's row, where the search shows it, without scrolling away from what is looked at. */
    private void select(@Nullable LogitSum sum) {
        if (sum == null) {
            return;
        }
        writing = true;
        Integer selected = table.getSelectionModel().getSelectedItem();
        if (selected == null || selected != sum.tokenId()) {
            int row = table.getItems().indexOf(sum.tokenId());
            if (row >= 0) {
                table.getSelectionModel().clearAndSelect(row);
            } else {
                table.getSelectionModel().clearSelection();
            }
        }
        writing = false;
    }

    private void explain(Button where) {
        Scores scores = model.scoresProperty().get();
        LogitSum sum = model.sumProperty().get();
        if (scores == null || sum == null) {
            return;
        }
        double best = scores.logits().logit(0);
        Function<Double, String> number = value -> SignedNumber.of(value, 3);
        ProvenancePopOver.show(
                new Provenance(
                        "The probability of "
                                + TokenLabels.of(scores.token(sum.tokenId())).plain(),
                        List.of(
                                "p = exp(logit − best) / Σ exp(each logit − best), over all "
                                        + String.format("%,d", scores.logits().size()),
                                "exp(" + number.apply(sum.logit()) + " − " + number.apply(best) + ") = "
                                        + String.format("%.6f", Math.exp(sum.logit() - best)),
                                "divided by "
                                        + String.format(
                                                "%.6f",
                                                1 / scores.distribution().softmax(0)) + " = "
                                        + Percent.of(scores.distribution().probabilityOf(sum.tokenId()))),
                        new SourceOf("tokenwalk.runtime.sampling.Distribution", "softmax")),
                where);
    }
}
