package tokenwalk.app.residual.model;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.contributions.ContributionsModel;
import tokenwalk.app.contributions.TokenParts;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Vocabulary;

/** What adds to the score of one next token. */
public final class ResidualModel {
    public static final int NONE = -1;

    private final ContributionsModel contributions;
    private final ObjectProperty<Optional<Integer>> token = new SimpleObjectProperty<>(this, "token", Optional.empty());
    private final IntegerProperty part = new SimpleIntegerProperty(this, "part", NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ObjectBinding<@Nullable Attribution> attribution;

    public ResidualModel(ContributionsModel contributions) {
        this.contributions = contributions;
        this.attribution = Bindings.createObjectBinding(this::attribute, contributions.partsProperty(), token);
    }

    public ContributionsModel contributions() {
        return contributions;
    }

    /** Id of the next token whose score is taken apart; empty: always the model's best. */
    public ObjectProperty<Optional<Integer>> tokenProperty() {
        return token;
    }

    /** The chosen part's place among the parts, or {@link #NONE}. */
    public IntegerProperty partProperty() {
        return part;
    }

    /** Why a typed token was not taken, in one line; empty if it was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Null before a text is read. */
    public ObjectBinding<@Nullable Attribution> attributionProperty() {
        return attribution;
    }

    /** Takes the token that is written so, or so with a space before it. */
    public void choose(String text) {
        TokenParts parts = contributions.partsProperty().get();
        if (parts == null || text.isEmpty()) {
            return;
        }
        Vocabulary vocabulary = parts.reading().model().tokenizer().vocabulary();
        // Most words are tokens with the space before them: that is how they follow other words.
        Optional<Token> found = vocabulary.find(" " + text).or(() -> vocabulary.find(text));
        problem.set(found.isPresent() ? "" : "No single token is written «" + text + "».");
        found.ifPresent(chosen -> token.set(Optional.of(chosen.id())));
    }

    /** As at first: the model's best token, no part chosen. */
    public void reset() {
        token.set(Optional.empty());
        part.set(NONE);
        problem.set("");
    }

    private @Nullable Attribution attribute() {
        TokenParts parts = contributions.partsProperty().get();
        if (parts == null) {
            return null;
        }
        int chosen = token.get()
                .filter(id -> id < parts.logits().size())
                .orElse(parts.best().getFirst().id());
        return Attribution.of(parts, chosen);
    }
}
