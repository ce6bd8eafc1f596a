package tokenwalk.app.training.view;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.training.model.Guess;
import tokenwalk.app.training.model.TextLosses;
import tokenwalk.app.training.model.TrainingModel;

/** One row a guess: the target stands one position after the input. */
public final class GuessesCard extends VBox {
    private final TrainingModel model;
    private final Appearance appearance;
    private final ObservableList<Guess> rows = FXCollections.observableArrayList();
    private final ListView<Guess> list = new ListView<>(rows);
    private double largest;

    public GuessesCard(TrainingModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().addAll("card", "guesses-card");
        list.setId("guesses");
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("guess-list");
        list.setPlaceholder(new Label(""));
        setVgrow(list, Priority.ALWAYS);
        Label note = new Label("Every row is a guess. In training all are made at once, and each is told what really"
                + " came next: the text itself, shifted by one.");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        getChildren().addAll(GuessRow.headings(), list, note);
        model.lossesProperty().subscribe(this::show);
        model.positionProperty().subscribe(this::select);
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> model.choose(index.intValue()));
    }

    private void show(TextLosses losses) {
        List<Guess> guesses = losses.guesses();
        boolean grown =
                rows.size() <= guesses.size() && rows.equals(guesses.subList(0, Math.min(rows.size(), guesses.size())));
        boolean rescaled = largest != losses.largest();
        largest = losses.largest();
        if (grown) {
            rows.addAll(guesses.subList(rows.size(), guesses.size()));
            if (rescaled) {
                list.refresh();
            }
        } else {
            rows.setAll(guesses);
        }
        select();
    }

    private void select() {
        int position = model.positionProperty().get();
        if (position < rows.size() && list.getSelectionModel().getSelectedIndex() != position) {
            list.getSelectionModel().select(position);
            list.scrollTo(Math.max(0, position - 3));
        }
    }

    private final class Cell extends ListCell<Guess> {
        private final GuessRow row = new GuessRow(appearance);

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Guess guess, boolean empty) {
            super.updateItem(guess, empty);
            if (guess == null || empty) {
                setGraphic(null);
            } else {
                row.show(guess, largest);
                setGraphic(row);
            }
        }
    }
}
