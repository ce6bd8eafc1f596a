package tokenwalk.app.residual.view;

import tokenwalk.app.controls.StreamBar;
import tokenwalk.app.residual.model.StreamPart;

/** How the parts of the stream look: letter, colour, mark. */
final class StreamWords {
    private StreamWords() {}

    static String letter(StreamPart.Kind kind) {
        return switch (kind) {
            case EMBEDDING, EMBEDDING_AND_POSITION -> "E";
            case ATTENTION -> "A";
            case MLP -> "M";
            case FINAL_BIAS -> "b";
        };
    }

    static String styleClass(StreamPart.Kind kind) {
        return switch (kind) {
            case EMBEDDING, EMBEDDING_AND_POSITION, FINAL_BIAS -> "embedding";
            case ATTENTION -> "attention";
            case MLP -> "mlp";
        };
    }

    static StreamBar bar(StreamPart part) {
        return switch (part.kind()) {
            case EMBEDDING, EMBEDDING_AND_POSITION, FINAL_BIAS ->
                new StreamBar(StreamBar.Kind.NO_BLOCK, part.name(), StreamBar.NO_LAYER, part.change(), part.length());
            case ATTENTION ->
                new StreamBar(StreamBar.Kind.ATTENTION, part.name(), part.layer(), part.change(), part.length());
            case MLP -> new StreamBar(StreamBar.Kind.MLP, part.name(), part.layer(), part.change(), part.length());
        };
    }
}
