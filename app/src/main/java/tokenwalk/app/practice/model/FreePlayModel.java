package tokenwalk.app.practice.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import tokenwalk.lessons.practice.TinyVocabulary;
import tokenwalk.lessons.practice.TinyVocabulary.Word;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** Words and logits of one's own, sampled at three temperatures. */
public final class FreePlayModel {
    private static final List<Double> TEMPERATURES = List.of(0.5, 1.0, 2.0);

    private final ObjectProperty<TinyVocabulary> vocabulary =
            new SimpleObjectProperty<>(this, "vocabulary", TinyVocabulary.LAB);
    private final List<DoubleProperty> temperatures = TEMPERATURES.stream()
            .<DoubleProperty>map(first -> new SimpleDoubleProperty(this, "temperature", first))
            .toList();
    private final IntegerProperty topK = new SimpleIntegerProperty(this, "topK", 0);
    private final DoubleProperty topP = new SimpleDoubleProperty(this, "topP", 1);

    public ObjectProperty<TinyVocabulary> vocabularyProperty() {
        return vocabulary;
    }

    /** @return the three temperatures that stand side by side */
    public List<DoubleProperty> temperatures() {
        return temperatures;
    }

    /** How many words top-k keeps; 0 keeps all. */
    public IntegerProperty topKProperty() {
        return topK;
    }

    public DoubleProperty topPProperty() {
        return topP;
    }

    /** Tells when anything changed that the distributions depend on. */
    public void subscribe(Runnable listener) {
        Stream.concat(temperatures.stream(), Stream.of(vocabulary, topK, topP))
                .forEach(property -> property.subscribe(listener));
    }

    /** @return the words at each of the three temperatures */
    public List<Distribution> distributions() {
        return temperatures.stream()
                .map(temperature ->
                        vocabulary.get().distribution(new SamplingPolicy(temperature.get(), topK.get(), topP.get())))
                .toList();
    }

    public boolean canAdd() {
        return vocabulary.get().words().size() < TinyVocabulary.MOST;
    }

    public boolean canRemove() {
        return vocabulary.get().words().size() > TinyVocabulary.FEWEST;
    }

    /** Adds a word with the logit 0, if there is room. */
    public void add() {
        if (canAdd()) {
            vocabulary.set(vocabulary.get().with(new Word(unusedName(), 0)));
        }
    }

    private String unusedName() {
        List<String> used = vocabulary.get().words().stream().map(Word::text).toList();
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "word " + number)
                .filter(name -> !used.contains(name))
                .findFirst()
                .orElseThrow();
    }

    public void remove(int index) {
        if (canRemove()) {
            vocabulary.set(vocabulary.get().without(index));
        }
    }

    public void rename(int index, String text) {
        vocabulary.set(vocabulary.get().with(index, new Word(text, word(index).logit())));
    }

    public void score(int index, double logit) {
        double within = Math.clamp(logit, Word.LOWEST, Word.HIGHEST);
        vocabulary.set(vocabulary.get().with(index, new Word(word(index).text(), within)));
    }

    public Word word(int index) {
        return vocabulary.get().words().get(index);
    }

    /** The lab's own five words at the first three temperatures, without filters. */
    public void reset() {
        vocabulary.set(TinyVocabulary.LAB);
        IntStream.range(0, temperatures.size())
                .forEach(index -> temperatures.get(index).set(TEMPERATURES.get(index)));
        topK.set(0);
        topP.set(1);
    }
}
