package tokenwalk.app.logits.model;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.logits.model.VocabularyIndex.Order;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** The scores after the chosen position, one token's score as a sum, and the vocabulary to search. */
public final class LogitsModel {
    /** So many terms of a sum are told one by one. */
    public static final int TERMS = 10;

    public static final int NONE = -1;

    private final SessionModel session;
    private final Lane scoring;
    private final Lane indexing;
    private final ReadOnlyObjectWrapper<@Nullable Scores> scores = new ReadOnlyObjectWrapper<>(this, "scores");
    private final ReadOnlyObjectWrapper<@Nullable VocabularyIndex> index = new ReadOnlyObjectWrapper<>(this, "index");
    /** The token the user chose, whatever the position; null follows the best one. */
    private final ObjectProperty<@Nullable Integer> kept = new SimpleObjectProperty<>(this, "kept");

    private final IntegerProperty dimension = new SimpleIntegerProperty(this, "dimension", NONE);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.BEST_FIRST);
    private final ObjectBinding<@Nullable LogitSum> sum;
    private final ObjectBinding<List<Integer>> found;

    public LogitsModel(SessionModel session, Background background) {
        this.session = session;
        this.scoring = new Lane(background);
        this.indexing = new Lane(background);
        this.sum = Bindings.createObjectBinding(this::addUp, scores, kept);
        this.found = Bindings.createObjectBinding(this::find, scores, index, search, order);
        session.modelProperty().subscribe(this::opened);
        session.readingProperty().subscribe(this::wasRead);
        session.positionProperty().subscribe(this::score);
        score();
    }

    private void opened(@Nullable LanguageModel model) {
        index.set(null);
        if (model != null) {
            indexing.run(
                    () -> VocabularyIndex.of(model.tokenizer().vocabulary()), index::set, LogitsModel::neverHappens);
        }
    }

    private void wasRead(@Nullable Reading before, @Nullable Reading now) {
        if (before != null && now != null && !now.samePrompt(before)) {
            kept.set(null);
        }
        score();
    }

    /** The last position's scores are there already; those of others are one product with the unembedding away. */
    private void score() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (reading == null || position < 0 || position >= reading.trace().length()) {
            return;
        }
        if (position == reading.trace().length() - 1) {
            scoring.cancel();
            scores.set(scores(reading, position, reading.logits()));
        } else {
            scoring.run(
                    () -> scores(reading, position, logits(reading, position)), scores::set, LogitsModel::neverHappens);
        }
    }

    private static Scores scores(Reading reading, int position, RankedLogits logits) {
        return new Scores(reading, position, Distribution.of(logits, SamplingPolicy.DEFAULT));
    }

    private static RankedLogits logits(Reading reading, int position) {
        int lastLevel = reading.trace().shape().layers();
        return RankedLogits.of(reading.model()
                .transformer()
                .unembedding()
                .logits(reading.trace().residual(lastLevel, position)));
    }

    private static void neverHappens(Exception failure) {
        throw new IllegalStateException(failure);
    }

    private @Nullable LogitSum addUp() {
        Scores now = scores.get();
        if (now == null) {
            return null;
        }
        Integer chosen = kept.get();
        int token = chosen == null || chosen >= now.logits().size() ? now.bestToken() : chosen;
        var row = now.reading().model().transformer().unembedding().row(token);
        return LogitSum.of(token, now.finalVector(), row, TERMS, now.logit(token));
    }

    private List<Integer> find() {
        Scores now = scores.get();
        VocabularyIndex ready = index.get();
        boolean fit =
                now != null && ready != null && ready.size() == now.logits().size();
        return !fit ? List.of() : ready.find(search.get(), order.get(), now.logits());
    }

    /** The newest scores; stay until the next are there. Null before the first. */
    public ReadOnlyObjectProperty<@Nullable Scores> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    /** The chosen token's logit. */
    public ObjectBinding<@Nullable LogitSum> sumProperty() {
        return sum;
    }

    /** Ids of the tokens that the search finds, sorted. */
    public ObjectBinding<List<Integer>> foundProperty() {
        return found;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** The number of the vectors that is pointed at, in all panels; {@link #NONE} for none. */
    public IntegerProperty dimensionProperty() {
        return dimension;
    }

    /** Shows this token's sum, at every position, until another text is read. */
    public void choose(int tokenId) {
        kept.set(tokenId);
    }

    /** Shows the best token's sum, whichever it is. */
    public void followBest() {
        kept.set(null);
    }

    public boolean followsBest() {
        return kept.get() == null;
    }

    /** As at the beginning. */
    public void reset() {
        kept.set(null);
        search.set("");
        order.set(Order.BEST_FIRST);
        dimension.set(NONE);
    }
}
