package tokenwalk.app.tokens.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Vocabulary;

/** Finds tokens by text or id. Fast enough for the FX thread: one pass over texts that were lowered once. */
public final class VocabularySearch {
    private final List<Token> tokens;
    private final List<String> lowered;

    public VocabularySearch(Vocabulary vocabulary) {
        this.tokens = vocabulary.tokens();
        this.lowered = tokens.stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .toList();
    }

    public int size() {
        return tokens.size();
    }

    /**
     * @param query part of a text, where ␣ and ↵ stand for what they show; or an id, whose token then comes first
     * @return the token that is the query, then those that begin with it (a space before it does not count), then those
     *     that hold it, each by id; all for an empty query
     */
    public List<Token> find(String query) {
        String wanted = query.replace('␣', ' ').replace('↵', '\n').toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return tokens;
        }
        List<Token> same = new ArrayList<>();
        List<Token> begin = new ArrayList<>();
        List<Token> hold = new ArrayList<>();
        if (wanted.matches("\\d{1,9}") && Integer.parseInt(wanted) < tokens.size()) {
            same.add(tokens.get(Integer.parseInt(wanted)));
        }
        for (int id = 0; id < lowered.size(); id++) {
            String text = lowered.get(id);
            int at = text.indexOf(wanted);
            if (at < 0 || !same.isEmpty() && same.getFirst().id() == id) {
                continue;
            }
            boolean begins = at == 0 || at == 1 && text.charAt(0) == ' ';
            (!begins ? hold : text.length() - at == wanted.length() ? same : begin).add(tokens.get(id));
        }
        same.addAll(begin);
        same.addAll(hold);
        return same;
    }
}
