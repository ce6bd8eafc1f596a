package tokenwalk.app.controls;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.pipeline.PipelineStrip;
import tokenwalk.app.pipeline.Stage;
import tokenwalk.app.theme.Appearance;

/** Every state of every control at once, to look at. */
final class ControlsGallery {
    private static final List<String> SENTENCE = List.of(
            "The", " capital", " of", " Germany", " is", " Berlin", ".", " The", " capital", " of", " France", " is");
    private static final double[] WEIGHTS = {.16, .09, .004, .02, .01, .70, .002, .003, .004, .002, .02, .001};

    private final Appearance appearance;

    ControlsGallery(Appearance appearance) {
        this.appearance = appearance;
    }

    Parent root() {
        VBox left = new VBox(
                16, card("Token chip", chips()), card("Strips and grid", strips()), card("Level", levels()), block());
        VBox right = new VBox(16, card("Candidates", candidates()), card("Fields and buttons", fields()));
        VBox ranks = new VBox(16, card("Highlighted token", ranks()));
        HBox columns = new HBox(16, left, ranks, right);
        width(left, 600);
        width(ranks, 220);
        width(right, 396);
        columns.setPadding(new Insets(0, 16, 16, 16));
        TokenChipRow row = row();
        VBox rowCard = card("Sentence", row);
        VBox rowBox = new VBox(rowCard);
        rowBox.setPadding(new Insets(16));
        PipelineStrip narrow = pipeline(Stage.TEXT, true);
        narrow.setMaxWidth(appearance.px(72 * 14 + 10));
        PipelineStrip tight = pipeline(Stage.TEXT, true);
        tight.setMaxWidth(appearance.px(56 * 14));
        PipelineStrip wide = pipeline(Stage.BLOCKS, false);
        return new VBox(topBar(), wide, rowBox, columns, narrow, tight);
    }

    private HBox topBar() {
        Label name = new Label("Tokenwalk");
        name.getStyleClass().add("app-name");
        HBox bar = new HBox(16, name, new AppearanceButtons(appearance));
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(0, 16, 0, 16));
        bar.setMinHeight(40);
        return bar;
    }

    private PipelineStrip pipeline(Stage open, boolean waiting) {
        PipelineStrip strip = new PipelineStrip(appearance);
        strip.layersProperty().set(30);
        strip.openProperty().set(open);
        strip.detail(Stage.TEXT).set("58 chars");
        if (!waiting) {
            strip.detail(Stage.TOKENS).set("12");
            strip.detail(Stage.EMBEDDING).set("12 × 576");
            strip.detail(Stage.BLOCKS).set("12 × 576");
            strip.detail(Stage.FINAL_VECTOR).set("576");
            strip.detail(Stage.UNEMBEDDING).set("49,152 × 576");
            strip.detail(Stage.LOGITS).set("49,152");
            strip.detail(Stage.SOFTMAX).set("T = 1");
            strip.detail(Stage.PROBABILITIES).set("49,152");
            strip.detail(Stage.SAMPLER).set("best token");
            strip.detail(Stage.TOKEN).set("1");
            strip.setHandler(Stage.LOGITS, () -> {});
            state(strip.lookup("#stage-logits"), "hover");
            state(strip.lookup("#stage-tokens"), "lit");
            strip.setHandler(Stage.SAMPLER, () -> {});
            state(strip.lookup("#stage-sampler"), "focus-visible");
        }
        return strip;
    }

    private TokenChipRow row() {
        TokenChipRow row = new TokenChipRow(appearance);
        row.setTokens(sentence());
        row.setAttention(Numbers.of(WEIGHTS));
        row.select(11);
        return row;
    }

    static List<ChipContent> sentence() {
        return java.util.stream.IntStream.range(0, SENTENCE.size())
                .mapToObj(i -> ChipContent.prompt(TokenLabel.text(SENTENCE.get(i)), 100 + i, i + 1))
                .toList();
    }

    private Node chips() {
        TokenChip hover = chip(TokenLabel.text(" capital"));
        state(hover, "hover");
        TokenChip chosen = chip(TokenLabel.text(" is"));
        chosen.setChosen(true);
        TokenChip seen = chip(TokenLabel.text(" Berlin"));
        seen.setAttention(0.7);
        TokenChip little = chip(TokenLabel.text(" capital"));
        little.setAttention(0.09);
        TokenChip best =
                new TokenChip(new ChipContent(TokenLabel.text(" Paris"), 7042, 13, ChipContent.Origin.BEST, 0.976));
        TokenChip bestChosen =
                new TokenChip(new ChipContent(TokenLabel.text(" Paris"), 7042, 13, ChipContent.Origin.BEST, 0.976));
        bestChosen.setChosen(true);
        TokenChip drawn =
                new TokenChip(new ChipContent(TokenLabel.text(" capital"), 7042, 13, ChipContent.Origin.DRAWN, 0.006));
        TokenChip focus = chip(TokenLabel.text(" is"));
        state(focus, "focus-visible");
        HBox first = new HBox(
                10, chip(TokenLabel.text(" capital")), hover, chosen, seen, little, chip(TokenLabel.text("\t \n")));
        HBox second = new HBox(
                10,
                best,
                bestChosen,
                drawn,
                chip(TokenLabel.special("<|im_end|>")),
                chip(TokenLabel.bytes(0xE6, 0x97)),
                focus);
        return new VBox(14, first, second);
    }

    private static TokenChip chip(TokenLabel label) {
        return new TokenChip(ChipContent.prompt(label, 1, 1));
    }

    private Node strips() {
        Random random = new Random(4);
        Numbers wide =
                Numbers.of(random.doubles(64, -1, 1).map(v -> v * v * v * 8.9).toArray());
        Numbers small =
                Numbers.of(random.doubles(64, -1, 1).map(v -> v * v * v * 4).toArray());
        VBox strips = new VBox(4, strip("q", wide), strip("k", small), strip("v", Numbers.NONE));
        HBox.setHgrow(strips, Priority.ALWAYS);
        HeatLegend legend = new HeatLegend(appearance);
        legend.scaleProperty().set(8.9);
        HeatGrid grid = new HeatGrid(appearance);
        grid.setWeights(SquareNumbers.of(
                12, row -> Numbers.of(row + 1, column -> row == 11 ? WEIGHTS[column] : 1.0 / (1 + row + 3 * column))));
        grid.selectedRowProperty().set(11);
        HeatGrid large = new HeatGrid(appearance);
        large.setWeights(SquareNumbers.of(500, row -> Numbers.of(row + 1, column -> column % 50 == 0 ? 0.8 : 0.01)));
        large.selectedRowProperty().set(250);
        grid.setMinWidth(appearance.px(96));
        large.setMinWidth(appearance.px(96));
        return new HBox(16, strips, legend, grid, large);
    }

    private HBox strip(String letter, Numbers numbers) {
        Label badge = new Label(letter.toUpperCase(java.util.Locale.ROOT));
        badge.getStyleClass().add("badge-" + letter);
        HeatStrip strip = new HeatStrip(appearance);
        strip.setNumbers(numbers);
        strip.scaleProperty().set(8.9);
        strip.hoveredProperty().set(17);
        HBox.setHgrow(strip, Priority.ALWAYS);
        return new HBox(8, badge, strip);
    }

    private Node levels() {
        LevelSlider first = new LevelSlider(appearance);
        first.layersProperty().set(30);
        LevelSlider late = new LevelSlider(appearance);
        late.layersProperty().set(30);
        late.setLevel(28);
        late.goalProperty().set(25);
        state(late, "focus-visible");
        return new VBox(8, first, late);
    }

    private Node candidates() {
        BarList list = new BarList(BarList.Kind.CANDIDATES, 10, appearance);
        list.drawsHeadingProperty().set("1,000 draws");
        OptionalDouble none = OptionalDouble.empty();
        list.setRows(List.of(
                new BarRow(TokenLabel.text(" Paris"), 0.976, OptionalDouble.of(0.97), false),
                new BarRow(TokenLabel.text(" Berlin"), 0.796, OptionalDouble.of(0.3), false),
                new BarRow(TokenLabel.text(" capital"), 0.746, OptionalDouble.of(0), false),
                new BarRow(TokenLabel.text(" New"), 0.5, none, true),
                new BarRow(TokenLabel.text(" a very long token"), 0.01, none, false),
                new BarRow(TokenLabel.text("\n\n"), 0.001, none, false),
                new BarRow(TokenLabel.special("<|im_end|>"), 0.0004, none, false)));
        list.hoveredProperty().set(2);
        return list;
    }

    private Node ranks() {
        BarList coming = new BarList(BarList.Kind.RANKS, 4, appearance);
        coming.loadingProperty().set(true);
        return new VBox(12, rankedTokens(), coming);
    }

    private Node rankedTokens() {
        BarList list = new BarList(BarList.Kind.RANKS, 10, appearance);
        list.setRows(List.of(
                BarRow.of(TokenLabel.text(" is"), 1),
                BarRow.of(TokenLabel.text(" capital"), 0.746),
                BarRow.of(TokenLabel.text(" in"), 0.5),
                BarRow.of(TokenLabel.text(" "), 0.0002)));
        return list;
    }

    private Node fields() {
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().add("Two capitals: Germany, France");
        combo.getSelectionModel().selectFirst();
        TextField seed = new TextField("42");
        seed.getStyleClass().add("number");
        seed.setPrefColumnCount(4);
        Slider slider = new Slider(0, 2, 1);
        Slider focused = new Slider(0, 2, 1.5);
        state(focused, "focus-visible");
        SplitMenuButton sample = new SplitMenuButton(new MenuItem("× 1"));
        sample.setText("Sample");
        sample.getStyleClass().add("decoding");
        Button off = new Button("Back");
        off.setDisable(true);
        Button offPrimary = button("Step", "primary");
        offPrimary.setDisable(true);
        Button ring = new Button("Focus");
        state(ring, "focus-visible");
        SegmentedToggle<String> times = new SegmentedToggle<>(List.of("× 1", "× 100", "× 1000"), word -> word);
        times.getStyleClass().add("decoding");
        return new VBox(
                12,
                new HBox(8, combo, new Button("Own text…")),
                new HBox(8, new SegmentedToggle<>(List.of("Best token", "Draw"), word -> word), times),
                new HBox(8, button("Step", "primary"), new Button("▶ Play"), off, offPrimary),
                new HBox(8, ring, button("Sample", "decoding"), sample),
                new HBox(8, sampleTimes(), seed),
                button("Hide Q / K / V Vectors", "selected"),
                new HBox(16, slider, focused),
                new ProgressBar(0.6));
    }

    private static HBox sampleTimes() {
        Button draw = button("Sample", "left-pill");
        draw.getStyleClass().add("strong");
        MenuButton times = new MenuButton("× 1000", null, new MenuItem("× 1"));
        times.getStyleClass().add("right-pill");
        HBox both = new HBox(draw, times);
        both.getStyleClass().addAll("segmented", "decoding");
        return both;
    }

    private static Button button(String word, String styleClass) {
        Button button = new Button(word);
        button.getStyleClass().add(styleClass);
        return button;
    }

    private static Node block() {
        return new HBox(6, part("norm", ""), part("attention", "attention"), part("+", "plus"), part("MLP", "mlp"));
    }

    private static Label part(String word, String styleClass) {
        Label label = new Label(word);
        label.getStyleClass().addAll("block-part", styleClass);
        return label;
    }

    private void width(VBox column, double width) {
        column.setMinWidth(appearance.px(width));
        column.setMaxWidth(appearance.px(width));
    }

    private static VBox card(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        VBox card = new VBox(12, heading, content);
        card.getStyleClass().add("card");
        return card;
    }

    private static void state(Node node, String pseudoClass) {
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass(pseudoClass), true);
    }
}
