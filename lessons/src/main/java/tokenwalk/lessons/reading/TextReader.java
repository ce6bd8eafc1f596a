package tokenwalk.lessons.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

/** Reads texts with a model as the app does, a prompt and what was added to it. What was read is kept. One thread at a time. */
public final class TextReader {
    private final GenerationSession session;
    private final Map<Text, LiveFacts> read = new HashMap<>();

    private record Text(String prompt, List<Token> added) {}

    public TextReader(LanguageModel model) {
        this.session = new GenerationSession(model);
    }

    /** @return the text that the app opens with, for lessons and cards that name none */
    public static String firstSentence() {
        return SentenceCatalogue.bundled().getFirst().text();
    }

    public LanguageModel model() {
        return session.model();
    }

    /**
     * @param added the tokens after the prompt
     * @throws IllegalArgumentException if the text is empty or too long; the message says how to mend it
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public LiveFacts read(String prompt, List<Token> added) {
        Text text = new Text(prompt, List.copyOf(added));
        LiveFacts known = read.get(text);
        if (known == null) {
            List<Token> tokens = new ArrayList<>(model().encodePrompt(prompt));
            int promptLength = tokens.size();
            tokens.addAll(added);
            known = new LiveFacts(new ReadText(model(), session.read(tokens), promptLength));
            read.put(text, known);
        }
        return known;
    }

    /**
     * @param count how many best tokens stand after the prompt
     * @throws IllegalArgumentException as {@link #read}
     */
    public LiveFacts readOn(String prompt, int count) {
        List<Token> added = new ArrayList<>();
        while (added.size() < count) {
            added.add(model().token(read(prompt, added).text().trace().logits().indexOfLargest()));
        }
        return read(prompt, added);
    }
}
