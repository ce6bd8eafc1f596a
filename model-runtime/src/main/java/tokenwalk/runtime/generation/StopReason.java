package tokenwalk.runtime.generation;

import tokenwalk.runtime.token.Token;

/** Why generation ended. */
public sealed interface StopReason {

    /** @return one plain sentence for the screen */
    String sentence();

    /** The model chose a token that ends its text. */
    record EndOfText(Token token) implements StopReason {
        @Override
        public String sentence() {
            return "Stopped: the model chose the end-of-text token " + token.text() + ".";
        }
    }

    /** The text ran into one of the stop strings; it ends before it. */
    record StopString(String text) implements StopReason {
        @Override
        public String sentence() {
            return "Stopped: the text reached the stop string «" + visible(text) + "».";
        }

        private static String visible(String text) {
            return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        }
    }

    /** As many new tokens were generated as were asked for. */
    record Maximum(int newTokens) implements StopReason {
        @Override
        public String sentence() {
            return newTokens == 1
                    ? "Stopped: the maximum of 1 new token is reached."
                    : "Stopped: the maximum of " + newTokens + " new tokens is reached.";
        }
    }

    /** Prompt and new tokens fill all positions the model has. */
    record ContextFull(int contextLength) implements StopReason {
        @Override
        public String sentence() {
            return "Stopped: the model's context of " + contextLength + " tokens is full.";
        }
    }
}
