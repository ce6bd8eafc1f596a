package tokenwalk.runtime.token;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The two published tokenizers that the reference ids were computed with. */
final class GoldenTokenizers {
    static final Tokenizer GPT_2 = gpt2();
    static final Tokenizer SMOLLM2 = smollm2();

    private GoldenTokenizers() {}

    /** A text with its reference ids. */
    record Row(String text, List<Integer> smollm2, List<Integer> gpt2) {}

    static List<Row> rows() {
        return StreamSupport.stream(json("tokenization.json", JsonArray.class).spliterator(), false)
                .map(row -> new Gson().fromJson(row, Row.class))
                .toList();
    }

    private static Tokenizer gpt2() {
        JsonObject vocabulary = json("tiny-gpt2/vocab.json", JsonObject.class);
        List<String> pieces = pieces(vocabulary);
        List<TokenKind> kinds = new ArrayList<>(Collections.nCopies(pieces.size(), TokenKind.NORMAL));
        kinds.set(pieces.indexOf("<|endoftext|>"), TokenKind.SPECIAL);
        List<String> merges = text("tiny-gpt2/merges.txt").lines().skip(1).toList();
        return Tokenizer.of(pieces, kinds, merges, PreTokenizer.named("gpt-2"));
    }

    private static Tokenizer smollm2() {
        JsonObject file = json("tiny-llama-hf/tokenizer.json", JsonObject.class);
        JsonObject model = file.getAsJsonObject("model");
        List<String> pieces = pieces(model.getAsJsonObject("vocab"));
        List<TokenKind> kinds = new ArrayList<>(Collections.nCopies(pieces.size(), TokenKind.NORMAL));
        for (JsonElement added : file.getAsJsonArray("added_tokens")) {
            kinds.set(added.getAsJsonObject().get("id").getAsInt(), TokenKind.SPECIAL);
        }
        List<String> merges = model.getAsJsonArray("merges").asList().stream()
                .map(JsonElement::getAsJsonArray)
                .map(pair -> pair.get(0).getAsString() + " " + pair.get(1).getAsString())
                .toList();
        return Tokenizer.of(pieces, kinds, merges, PreTokenizer.named("smollm"));
    }

    private static List<String> pieces(JsonObject idByPiece) {
        List<String> pieces = new ArrayList<>(Collections.nCopies(idByPiece.size(), ""));
        idByPiece.entrySet().forEach(entry -> pieces.set(entry.getValue().getAsInt(), entry.getKey()));
        return pieces;
    }

    private static <T> T json(String name, Class<T> type) {
        return new Gson().fromJson(text(name), type);
    }

    private static String text(String name) {
        try (InputStream stream =
                Objects.requireNonNull(GoldenTokenizers.class.getResourceAsStream("/golden/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
