package tokenwalk.app.residual.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.contributions.TokenParts;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.residual.model.ResidualModel;

/** Chooses the next token whose score is taken apart: the model's best, another of its best, or one that is typed. */
public final class ScoredTokenChoice extends HBox {
    private final ResidualModel model;
    private final ComboBox<Optional<Integer>> tokens = new ComboBox<>();
    private boolean filling;

    public ScoredTokenChoice(ResidualModel model) {
        this.model = model;
        getStyleClass().add("captioned");
        setAlignment(Pos.CENTER_LEFT);
        tokens.setId("scored");
        tokens.getStyleClass().add("scored-choice");
        tokens.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Optional<Integer> value) {
                return value == null ? "" : word(value);
            }

            @Override
            public Optional<Integer> fromString(String text) {
                throw new UnsupportedOperationException("the list is not editable");
            }
        });
        tokens.setOnAction(_ -> {
            if (!filling && tokens.getValue() != null) {
                model.tokenProperty().set(tokens.getValue());
            }
        });
        TextField typed = new TextField();
        typed.setId("scored-typed");
        typed.setPromptText("another, Enter");
        typed.getStyleClass().addAll("number", "scored-typed");
        typed.setOnAction(_ -> model.choose(typed.getText().strip()));
        Label problem = new Label();
        problem.setId("scored-problem");
        problem.getStyleClass().add("error");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(problem, caption("Score of", tokens), tokens, typed);
        model.contributions().partsProperty().subscribe(this::fill);
        model.tokenProperty().subscribe(this::fill);
        disableProperty().bind(model.contributions().partsProperty().isNull());
    }

    private static Label caption(String text, ComboBox<?> of) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(of);
        return label;
    }

    private void fill() {
        TokenParts parts = model.contributions().partsProperty().get();
        if (parts == null) {
            return;
        }
        Optional<Integer> chosen = model.tokenProperty().get();
        Stream<Optional<Integer>> best = parts.best().stream().map(candidate -> Optional.of(candidate.id()));
        List<Optional<Integer>> all = Stream.of(Stream.of(Optional.<Integer>empty()), best, Stream.of(chosen))
                .flatMap(some -> some)
                .distinct()
                .toList();
        filling = true;
        tokens.getItems().setAll(all);
        tokens.setValue(chosen);
        filling = false;
    }

    private String word(Optional<Integer> id) {
        TokenParts parts = model.contributions().partsProperty().get();
        if (parts == null) {
            return "";
        }
        return id.map(chosen -> plain(parts, chosen))
                .orElseGet(() -> "best: " + plain(parts, parts.best().getFirst().id()));
    }

    private static String plain(TokenParts parts, int id) {
        return TokenLabels.of(parts.reading().model().token(id)).plain();
    }
}
