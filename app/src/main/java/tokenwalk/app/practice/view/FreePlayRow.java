package tokenwalk.app.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.ShareBar;
import tokenwalk.app.practice.model.FreePlayModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.practice.TinyVocabulary.Word;
import tokenwalk.runtime.sampling.Distribution;

/** A word of one's own: its name, its logit, and its share at each temperature. */
final class FreePlayRow {
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private static final double LOWEST = -5;
    private static final double HIGHEST = 10;
    private static final int LONGEST = 20;

    private final FreePlayModel model;
    private final int index;
    private final TextField word = new TextField();
    private final Slider slider = new Slider(LOWEST, HIGHEST, 0);
    private final TextField logit = new TextField();
    private final Button remove;
    private final List<ShareBar> bars = new ArrayList<>();
    private final List<Label> shares = new ArrayList<>();

    FreePlayRow(FreePlayModel model, Appearance appearance, int index) {
        this.model = model;
        this.index = index;
        String number = Integer.toString(index + 1);
        word.setId("free-word-" + number);
        word.getStyleClass().addAll("number", "free-word");
        word.setAccessibleText("Word " + number);
        word.textProperty().subscribe(this::rename);
        slider.setId("free-slider-" + number);
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText("Logit of word " + number);
        slider.valueProperty().subscribe(this::slide);
        logit.setId("free-logit-" + number);
        logit.getStyleClass().addAll("number", "free-logit");
        logit.setAccessibleText("Logit of word " + number);
        logit.setOnAction(_ -> score());
        logit.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                score();
            }
        });
        remove = Words.button("free-remove-" + number, "Remove", () -> model.remove(index), "flat", "small");
        for (int i = 0; i < model.temperatures().size(); i++) {
            ShareBar bar = new ShareBar(appearance);
            bar.getStyleClass().add("free-bar");
            GridPane.setHgrow(bar, Priority.ALWAYS);
            bars.add(bar);
            Label share = Words.label("", "number", "free-share");
            share.setId("free-share-%s-%d".formatted(number, i + 1));
            share.setAlignment(Pos.CENTER_RIGHT);
            shares.add(share);
        }
    }

    /** @return what stands in the row's columns */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(List.of(word, slider, logit, remove));
        for (int i = 0; i < bars.size(); i++) {
            nodes.add(bars.get(i));
            nodes.add(shares.get(i));
        }
        return nodes;
    }

    private Word now() {
        return model.word(index);
    }

    private boolean isThere() {
        return index < model.vocabularyProperty().get().words().size();
    }

    private void rename() {
        String text =
                word.getText().substring(0, Math.min(LONGEST, word.getText().length()));
        if (isThere() && !text.equals(now().text())) {
            model.rename(index, text);
        }
    }

    private void slide() {
        double value = Math.rint(slider.getValue() * 10) / 10;
        // A logit typed beyond the slider's ends stays what it is.
        if (isThere() && value != Math.clamp(Math.rint(now().logit() * 10) / 10, LOWEST, HIGHEST)) {
            model.score(index, value);
        }
    }

    private void score() {
        String typed = logit.getText().replace(',', '.').replace('−', '-').strip();
        if (isThere() && typed.matches("-?(\\d{1,3}(\\.\\d{0,3})?|\\.\\d{1,3})")) {
            model.score(index, Double.parseDouble(typed));
        }
        show();
    }

    private void show() {
        if (!isThere()) {
            return;
        }
        if (!word.getText().equals(now().text())) {
            word.setText(now().text());
        }
        slider.setValue(Math.clamp(now().logit(), LOWEST, HIGHEST));
        if (!logit.isFocused()) {
            logit.setText(String.format(Locale.ROOT, "%s", now().logit()));
        }
        remove.setDisable(!model.canRemove());
    }

    void show(List<Distribution> distributions) {
        show();
        for (int i = 0; i < bars.size(); i++) {
            Distribution distribution = distributions.get(i);
            int rank = distribution.logits().rank(index);
            boolean kept = distribution.isKept(rank);
            bars.get(i).setShare(distribution.probability(rank));
            bars.get(i).pseudoClassStateChanged(CUT, !kept);
            shares.get(i).setText(kept ? Percent.of(distribution.probability(rank)) : "cut");
            shares.get(i).pseudoClassStateChanged(CUT, !kept);
        }
    }
}
