package tokenwalk.runtime.generation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Utf8Stream;

/**
 * The text of new tokens as they come, up to the point where it stops. For one thread.
 *
 * <p>Text is held back while it may still change: the bytes of an unfinished character, and what could be the beginning
 * of a stop string. It is given out when that is settled, at the latest when generation stops. If several rules hold
 * for the same token, the first of these is the reason: end of text, stop string, maximum, full context.
 */
public final class GeneratedText {
    private final StopRules rules;
    private final int promptTokens;
    private final Utf8Stream characters = new Utf8Stream();
    private final StringBuilder held = new StringBuilder();
    private int newTokens;
    private @Nullable StopReason stopped;

    /**
     * Begins a text; it may be over at once, see {@link #stopped}.
     *
     * @throws IllegalArgumentException if the prompt has no token or does not fit in the context
     */
    public GeneratedText(StopRules rules, int promptTokens) {
        if (promptTokens < 1) {
            throw new IllegalArgumentException("The prompt is empty; give the model at least one token to go on from.");
        }
        if (promptTokens > rules.contextLength()) {
            throw new IllegalArgumentException("The prompt has " + promptTokens + " tokens, but the model holds "
                    + rules.contextLength() + "; shorten it.");
        }
        this.rules = rules;
        this.promptTokens = promptTokens;
        this.stopped = limitReached();
    }

    /** What a token adds: the text that may now be shown, and whether generation ends here. */
    public record Addition(String text, Optional<StopReason> stop) {}

    /**
     * Takes the next token.
     *
     * @throws IllegalStateException if the text has stopped
     */
    public Addition push(Token token) {
        if (stopped != null) {
            throw new IllegalStateException("No token can follow. " + stopped.sentence());
        }
        newTokens++;
        if (rules.endOfText().contains(token.id())) {
            return stop(new StopReason.EndOfText(token));
        }
        held.append(characters.push(token));
        Match match = firstStopString();
        if (match != null) {
            held.setLength(match.start());
            stopped = new StopReason.StopString(match.text());
            return new Addition(release(held.length()), stopped());
        }
        StopReason limit = limitReached();
        return limit == null
                ? new Addition(release(held.length() - beginningOfStopString()), Optional.empty())
                : stop(limit);
    }

    /** @return what was still held back, for a text that is broken off from outside; nothing after a stop */
    public String finish() {
        if (stopped == null) {
            held.append(characters.flush());
        }
        return release(held.length());
    }

    /** @return why the text ended, empty while it goes on */
    public Optional<StopReason> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** @return how many tokens were pushed, one that ends the text included */
    public int newTokens() {
        return newTokens;
    }

    private Addition stop(StopReason reason) {
        String rest = finish();
        stopped = reason;
        return new Addition(rest, stopped());
    }

    private @Nullable StopReason limitReached() {
        if (newTokens >= rules.maximum()) {
            return new StopReason.Maximum(rules.maximum());
        }
        if (promptTokens + newTokens >= rules.contextLength()) {
            return new StopReason.ContextFull(rules.contextLength());
        }
        return null;
    }

    private record Match(int start, String text) {}

    /** @return the stop string that begins first in the text held; of two that begin together, the one named first */
    private @Nullable Match firstStopString() {
        Match first = null;
        for (String text : rules.stopStrings()) {
            int start = held.indexOf(text);
            if (start >= 0 && (first == null || start < first.start())) {
                first = new Match(start, text);
            }
        }
        return first;
    }

    /** @return how many characters at the end of the text held could begin a stop string */
    private int beginningOfStopString() {
        int longest = 0;
        String text = held.toString();
        for (String stop : rules.stopStrings()) {
            for (int length = Math.min(stop.length() - 1, text.length()); length > longest; length--) {
                if (stop.regionMatches(0, text, text.length() - length, length)) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    private String release(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }
}
