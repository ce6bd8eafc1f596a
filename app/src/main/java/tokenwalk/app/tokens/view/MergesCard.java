package tokenwalk.app.tokens.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.ChipContent;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.tokens.model.MergePlayer;
import tokenwalk.app.tokens.model.MergePlayer.Play;
import tokenwalk.app.tokens.model.Word;
import tokenwalk.runtime.token.Merge;

/** One word's merges, played back. */
public final class MergesCard extends VBox {
    private final SessionModel session;
    private final MergePlayer player;
    private final TokenChipRow words;
    private final ListView<Integer> rows = new ListView<>();
    private final Slider slider = new Slider(0, 1, 0);
    private final Label where = new Label();
    private final Button step = new Button("Step");
    private final Button play = new Button("▶ Play");
    private final Button back = new Button("Back");
    private final TextField own = new TextField();

    public MergesCard(SessionModel session, MergePlayer player, Appearance appearance) {
        this.session = session;
        this.player = player;
        this.words = new TokenChipRow(appearance);
        getStyleClass().addAll("card", "merges-card");
        rows.setId("merges");
        rows.getStyleClass().add("plain-list");
        rows.setCellFactory(_ -> new MergeCell(player, appearance));
        rows.setPlaceholder(new Label("Choose a word to see how it was put together."));
        setVgrow(rows, Priority.ALWAYS);
        words.setId("words");
        words.selectedIndexProperty().subscribe(index -> wordPicked(index.intValue()));
        getChildren().addAll(heading(), words, rows, controls());
        player.wordsProperty().subscribe(this::showWords);
        player.playProperty().subscribe(this::show);
        player.stepProperty().subscribe(() -> show(player.playProperty().get()));
        player.playingProperty().subscribe(on -> play.setText(on ? "Pause" : "▶ Play"));
        appearance.textScaleProperty().subscribe(() -> rows.refresh());
    }

    private Node heading() {
        Label title = new Label("Merges of a word");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label note = new Label("below: its tokens");
        note.getStyleClass().add("note");
        note.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        own.setId("own-word");
        own.setPromptText("or type any word");
        own.textProperty().subscribe((_, now) -> player.type(now));
        HBox row = new HBox(title, note, gap, own, new WhereFromButton("merges-where", this::provenance));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("card-heading");
        return row;
    }

    private Node controls() {
        step.setId("merge-step");
        step.getStyleClass().add("primary");
        step.setOnAction(_ -> player.step());
        back.setId("merge-back");
        back.setOnAction(_ -> player.back());
        play.setId("merge-play");
        play.setOnAction(_ -> {
            if (player.playingProperty().get()) {
                player.pause();
            } else {
                player.play();
            }
        });
        slider.setId("merge-slider");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setAccessibleText("merges made");
        slider.valueProperty()
                .subscribe((_, value) -> player.stepProperty().set((int) Math.round(value.doubleValue())));
        where.setId("merge-count");
        where.getStyleClass().add("number");
        where.setMinWidth(Region.USE_PREF_SIZE);
        List.of(step, play, back).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(step, play, back, slider, where);
        row.getStyleClass().add("button-row");
        return row;
    }

    private void showWords(List<Word> all) {
        words.setTokens(all.stream().map(MergesCard::chip).toList());
        Play now = player.playProperty().get();
        words.select(now == null ? TokenChipRow.NONE : all.indexOf(now.word()));
    }

    private static ChipContent chip(Word word) {
        TokenLabel label = word.whole() ? TokenLabel.special(word.text()) : TokenLabel.text(word.text());
        return ChipContent.prompt(label, -1, word.tokenCount());
    }

    /** Choosing a word chooses its first token, unless a token of it is chosen already. */
    private void wordPicked(int index) {
        if (index >= 0 && index < player.wordsProperty().get().size()) {
            own.clear();
            Word word = player.wordsProperty().get().get(index);
            if (!word.holds(session.positionProperty().get()) && word.tokenCount() > 0) {
                session.positionProperty().set(word.position());
            }
        }
    }

    private void show(@Nullable Play now) {
        boolean none = now == null || player.steps() == 0;
        step.setDisable(none);
        play.setDisable(none);
        back.setDisable(none || player.stepProperty().get() == 0);
        slider.setDisable(none);
        if (now == null) {
            return;
        }
        int made = player.stepProperty().get();
        slider.setMax(Math.max(1, player.steps()));
        slider.setValue(made);
        where.setText("merge %d of %d".formatted(made, player.steps()));
        rows.getItems().setAll(IntStream.rangeClosed(0, made).boxed().toList());
        rows.scrollTo(made);
        words.select(now.inText() ? player.wordsProperty().get().indexOf(now.word()) : TokenChipRow.NONE);
    }

    private Optional<Provenance> provenance() {
        Play now = player.playProperty().get();
        int made = player.stepProperty().get();
        if (now == null) {
            return Optional.empty();
        }
        if (made == 0) {
            return Optional.of(new Provenance(
                    "The first pieces of «%s»".formatted(now.word().text()),
                    List.of("one token for each byte, before any merge: "
                            + now.merges().start().size()),
                    new SourceOf("tokenwalk.runtime.token.BytePairs", "spell")));
        }
        Merge merge = now.merges().steps().get(made - 1).merge();
        return Optional.of(new Provenance(
                "Merge %d of «%s»".formatted(made, now.word().text()),
                List.of(
                        "of all neighbours with a rule: the rule of lowest number, leftmost first",
                        "left    " + TokenLabels.of(merge.left()).plain(),
                        "right   " + TokenLabels.of(merge.right()).plain(),
                        "rule    number %,d, counted from 0 in the order they were learned".formatted(merge.rank()),
                        "result  " + TokenLabels.of(merge.result()).plain() + ", token "
                                + merge.result().id()),
                new SourceOf("tokenwalk.runtime.token.BytePairs", "merge")));
    }
}
