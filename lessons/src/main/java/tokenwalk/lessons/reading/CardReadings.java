package tokenwalk.lessons.reading;

import java.util.Optional;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.lesson.AppState;

/** The text that a flashcard's facts are about. */
public final class CardReadings {
    private final TextReader reader;
    private final String openText;

    /** @param openText for cards that speak of no text of their own */
    public CardReadings(TextReader reader, String openText) {
        this.reader = reader;
        this.openText = openText;
    }

    /** @param shows the state that a card speaks of */
    public LiveFacts in(Optional<AppState> shows) {
        ShownText open = ShownText.of(openText);
        return shows.map(state -> open.in(state, reader)).orElse(open).read(reader);
    }
}
