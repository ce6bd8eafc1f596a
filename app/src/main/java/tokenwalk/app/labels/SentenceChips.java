package tokenwalk.app.labels;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.ChipContent;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.session.Generated;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.token.Token;

/** The sentence as chips. */
public final class SentenceChips {
    private SentenceChips() {}

    /** @return a row that follows the session's text, and whose chosen chip is the session's chosen token */
    public static TokenChipRow of(SessionModel session, Appearance appearance) {
        TokenChipRow chips = new TokenChipRow(appearance);
        chips.setId("chips");
        chips.selectedIndexProperty().bindBidirectional(session.positionProperty());
        session.readingProperty().subscribe((@Nullable Reading reading) -> {
            if (reading != null) {
                chips.setTokens(contents(reading));
                // The row forgets a position that its old tokens did not have.
                chips.select(session.positionProperty().get());
            }
        });
        return Marked.as(Part.TOKENS, Marked.asAll(Part.TOKEN, position -> chips.chip(position - 1), chips));
    }

    /** @return the prompt's tokens and those that were added to it */
    public static List<ChipContent> contents(Reading reading) {
        List<ChipContent> contents = new ArrayList<>();
        for (Token token : reading.prompt()) {
            contents.add(ChipContent.prompt(TokenLabels.of(token), token.id(), contents.size() + 1));
        }
        for (Generated added : reading.generated()) {
            ChipContent.Origin origin = switch (added.origin()) {
                case BEST -> ChipContent.Origin.BEST;
                case DRAWN -> ChipContent.Origin.DRAWN;
            };
            contents.add(new ChipContent(
                    TokenLabels.of(added.token()),
                    added.token().id(),
                    contents.size() + 1,
                    origin,
                    added.probability()));
        }
        return contents;
    }
}
