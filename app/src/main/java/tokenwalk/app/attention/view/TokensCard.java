package tokenwalk.app.attention.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.AttentionModel;
import tokenwalk.app.attention.model.AttentionModel.HeadView;
import tokenwalk.app.attention.model.FirstToken;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.controls.WrapRow;
import tokenwalk.app.labels.SentenceChips;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.SpokenOf;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.Sentence;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.model.LanguageModel;

/** The sentence, its tokens, and what one head of one layer does with the chosen one. */
public final class TokensCard extends VBox {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double SMALL_MATRIX = 58;
    private static final double LARGE_MATRIX = 92;
    private static final double ASIDE_FROM = 900;

    private final SessionModel session;
    private final AttentionModel model;
    private final ComboBox<@Nullable Sentence> sentence = new ComboBox<>();
    private final ComboBox<Integer> layer = new ComboBox<>();
    private final ComboBox<Integer> head = new ComboBox<>();
    private final Button heads = new Button();
    private final Button vectors = new Button();
    private final TokenChipRow chips;
    private final VectorStrips strips;
    private final TextFlow shading = new TextFlow();
    private final BooleanBinding attentionShown;

    /** @param compact whether room is scarce: chips stand closer, what is seldom needed is in a menu, no small matrix */
    public TokensCard(
            SessionModel session,
            AttentionModel model,
            Appearance appearance,
            SpokenOf spokenOf,
            BooleanExpression compact) {
        this.session = session;
        this.model = model;
        this.chips = new TokenChipRow(appearance);
        this.strips = new VectorStrips(appearance);
        this.attentionShown = spokenOf.anyOf(Part.LAYER, Part.HEAD, Part.VECTORS, Part.VECTORS_BUTTON);
        getStyleClass().addAll("card", "tokens-card");
        compact.subscribe(now -> pseudoClassStateChanged(COMPACT, now));
        chips.shrinkingProperty().bind(compact);

        AttentionMatrix small = new AttentionMatrix(session, model, appearance, SMALL_MATRIX, false);
        AttentionMatrix large = new AttentionMatrix(session, model, appearance, LARGE_MATRIX, true);
        small.setId("attention-matrix");
        small.visibleProperty()
                .bind(model.matrixProperty()
                        .isNotNull()
                        .and(model.showVectorsProperty().not())
                        .and(appearance.presentingProperty().not())
                        .and(compact.not()));
        small.managedProperty().bind(small.visibleProperty());
        large.visibleProperty().bind(model.matrixProperty().isNotNull());
        Node choices = choices(compact);
        choices.visibleProperty().bind(attentionShown.or(spokenOf.anyOf(Part.SENTENCE)));
        choices.managedProperty().bind(choices.visibleProperty());
        shading.visibleProperty().bind(appearance.presentingProperty().not().and(compact.not()));
        shading.managedProperty().bind(shading.visibleProperty());
        getChildren()
                .addAll(choices, problem(), new StackPane(waiting(), tokens(small, appearance)), vectorsRow(large));

        session.modelProperty().subscribe(this::modelChanged);
        session.readingProperty().subscribe(this::show);
        model.headViewProperty().subscribe(this::shade);
        model.withoutFirstProperty()
                .subscribe(() -> shade(model.headViewProperty().get()));
        attentionShown.subscribe(() -> shade(model.headViewProperty().get()));
    }

    private Node choices(BooleanExpression compact) {
        sentence.setId("sentence");
        Marked.as(Part.SENTENCE, sentence);
        sentence.getItems().setAll(session.sentences());
        sentence.setConverter(written(chosen -> chosen == null ? "" : chosen.title()));
        sentence.setPromptText("Own text");
        sentence.setVisibleRowCount(12);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setValue(session.sentenceProperty().get());
        session.sentenceProperty().subscribe(chosen -> sentence.setValue(chosen));
        sentence.setOnAction(_ -> {
            Sentence chosen = sentence.getValue();
            if (chosen != null && !chosen.equals(session.sentenceProperty().get())) {
                session.choose(chosen);
            }
        });
        Button ownText = new Button("Own text…");
        ownText.setId("own-text");
        ownText.setMinWidth(Region.USE_PREF_SIZE);
        OwnTextEditor editor = new OwnTextEditor(session);
        ownText.setOnAction(_ -> editor.open(ownText));

        number(Marked.as(Part.LAYER, layer), "layer", session.layerProperty());
        number(Marked.as(Part.HEAD, head), "head", session.headProperty());
        vectors.setId("vectors");
        Marked.as(Part.VECTORS_BUTTON, vectors);
        vectors.setMinWidth(Region.USE_PREF_SIZE);
        vectors.setOnAction(_ ->
                model.showVectorsProperty().set(!model.showVectorsProperty().get()));
        vectors.disableProperty().bind(session.readingProperty().isNull());
        model.showVectorsProperty()
                .subscribe(open -> write(vectors, open, "Hide Q / K / V Vectors", "Show Q / K / V Vectors"));
        heads.setId("heads-and-steps");
        heads.setMinWidth(Region.USE_PREF_SIZE);
        BooleanProperty shown = model.heads().shownProperty();
        heads.setOnAction(_ -> shown.set(!shown.get()));
        heads.disableProperty().bind(session.readingProperty().isNull());
        shown.subscribe(open -> write(heads, open, "Hide Heads and Steps", "Heads and Steps…"));
        MenuButton more = more(editor, shown);
        more.visibleProperty().bind(compact);
        more.managedProperty().bind(more.visibleProperty());
        for (Button inMenu : List.of(ownText, heads)) {
            inMenu.visibleProperty().bind(compact.not());
            inMenu.managedProperty().bind(inMenu.visibleProperty());
        }
        HBox text = row(caption("Sentence", sentence), sentence, ownText);
        HBox where = row(caption("Layer", layer), layer, caption("Head", head), head, heads, vectors, more);
        return new WrapRow(text, where);
    }

    /** What has a button of its own where there is room. */
    private MenuButton more(OwnTextEditor editor, BooleanProperty headsShown) {
        MenuButton more = new MenuButton("⋯ More");
        more.setId("more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        MenuItem ownText = new MenuItem("Own text…");
        ownText.setOnAction(_ -> editor.open(more));
        MenuItem heads = new MenuItem();
        heads.textProperty()
                .bind(Bindings.when(headsShown).then("Hide Heads and Steps").otherwise("Heads and Steps…"));
        heads.setOnAction(_ -> headsShown.set(!headsShown.get()));
        heads.disableProperty().bind(session.readingProperty().isNull());
        more.getItems().addAll(ownText, heads);
        return more;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("choices");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void write(Button button, boolean open, String hide, String show) {
        button.setText(open ? hide : show);
        button.getStyleClass().remove("selected");
        if (open) {
            button.getStyleClass().add("selected");
        }
    }

    /** Why the chosen text could not be read; takes no room while it could. */
    private Node problem() {
        Label problem = new Label();
        problem.setId("problem");
        problem.getStyleClass().add("error");
        problem.setWrapText(true);
        problem.textProperty().bind(Bindings.concat("! ", session.problemProperty()));
        problem.visibleProperty().bind(session.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private static Label caption(String text, Node of) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(of);
        return label;
    }

    private static void number(ComboBox<Integer> box, String id, IntegerProperty property) {
        box.setId(id);
        box.setVisibleRowCount(12);
        box.setDisable(true);
        property.subscribe(value -> {
            if (!box.getItems().isEmpty()) {
                box.setValue(value.intValue());
            }
        });
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                property.set(box.getValue());
            }
        });
    }

    private static <T> StringConverter<T> written(Function<T, String> word) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return word.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list is not editable");
            }
        };
    }

    private void modelChanged(@Nullable LanguageModel opened) {
        if (opened != null) {
            sentence.getItems()
                    .setAll(session.sentences().stream()
                            .filter(offered -> offered.suits(opened))
                            .toList());
            sentence.setValue(session.sentenceProperty().get());
            fill(layer, opened.shape().layers(), session.layerProperty().get());
            fill(
                    head,
                    opened.shape().attention().heads(),
                    session.headProperty().get());
        }
    }

    private static void fill(ComboBox<Integer> box, int count, int value) {
        box.getItems().setAll(IntStream.range(0, count).boxed().toList());
        box.setValue(value);
        box.setDisable(false);
    }

    private Node waiting() {
        Label text = new Label();
        text.getStyleClass().addAll("number", "waiting-text");
        text.textProperty().bind(session.promptProperty().map(prompt -> prompt.replace("\n", "↵")));
        Label note = new Label(
                "This sentence is next. You can choose another one, or type your own, while the model opens.");
        note.getStyleClass().add("muted");
        VBox box = new VBox(text, note);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("waiting");
        box.visibleProperty().bind(session.readingProperty().isNull());
        return box;
    }

    private Node tokens(AttentionMatrix matrix, Appearance appearance) {
        chips.setId("chips");
        Marked.as(Part.TOKENS, chips);
        Marked.asAll(Part.TOKEN, position -> chips.chip(position - 1), chips);
        chips.selectedIndexProperty().bindBidirectional(session.positionProperty());
        HBox.setHgrow(chips, Priority.ALWAYS);
        shading.getStyleClass().add("shading-note");
        HBox aside = new HBox(shading, matrix);
        aside.getStyleClass().add("chips-and-matrix");
        HBox row = new HBox(chips, aside);
        // Where there is little room, as beside a lesson, all of it goes to the chips.
        aside.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> row.getWidth() >= appearance.px(ASIDE_FROM),
                        row.widthProperty(),
                        appearance.textScaleProperty()));
        aside.managedProperty().bind(aside.visibleProperty());
        row.getStyleClass().add("chips-and-matrix");
        row.visibleProperty().bind(session.readingProperty().isNotNull());
        return row;
    }

    private Node vectorsRow(AttentionMatrix matrix) {
        HBox.setHgrow(strips, Priority.ALWAYS);
        HBox row = new HBox(strips, matrix);
        row.getStyleClass().add("vectors-row");
        Marked.as(Part.VECTORS, row);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.showVectorsProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void show(@Nullable Reading reading) {
        if (reading == null) {
            return;
        }
        chips.setTokens(SentenceChips.contents(reading));
        // The row forgets a position that its old tokens did not have.
        chips.select(session.positionProperty().get());
    }

    private void shade(@Nullable HeadView view) {
        Reading reading = session.reading();
        if (view == null || reading == null) {
            return;
        }
        boolean without = model.withoutFirstProperty().get();
        chips.setAttention(
                attentionShown.get()
                        ? Numbers.of(view.weights().size(), without ? i -> rescaled(view, i) : view.weights()::at)
                        : null);
        strips.show(view);
        Text name = new Text(
                TokenLabels.of(reading.trace().tokens().get(view.position())).plain());
        name.getStyleClass().addAll("model-text", "token-word");
        Text number = new Text(" " + (view.position() + 1));
        number.getStyleClass().add("model-text");
        shading.getChildren()
                .setAll(
                        muted(without ? "First token left out; what " : "Shading: how much "),
                        name,
                        number,
                        muted(
                                without
                                        ? " gives the others, rescaled to 100 %."
                                        : " looks at each token. Adds up to 100 %."));
    }

    /** The first chip is not shaded at all: 0 % would not be true. */
    private static double rescaled(HeadView view, int index) {
        return index == 0 ? Double.NaN : FirstToken.leftOut(view.weights(), index);
    }

    private static Text muted(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("muted-text");
        return text;
    }
}
