package tokenwalk.runtime.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tokenwalk.runtime.token.PreTokenizer;
import tokenwalk.runtime.token.TokenKind;
import tokenwalk.runtime.token.Tokenizer;
import tokenwalk.runtime.weights.JsonFile;
import tokenwalk.runtime.weights.ModelFileException;

/** The tokenizer of a Hugging Face folder: {@code tokenizer.json}, or {@code vocab.json} with {@code merges.txt}. */
final class TokenizerFiles {
    private static final String END_OF_TEXT = "<|endoftext|>";

    private final Path folder;
    private final String[] pieces;
    private final TokenKind[] kinds;

    /** @param vocabulary how many rows the embedding has; ids that no file names are fillers */
    TokenizerFiles(Path folder, int vocabulary) {
        this.folder = folder;
        this.pieces = new String[vocabulary];
        this.kinds = new TokenKind[vocabulary];
        Arrays.fill(kinds, TokenKind.NORMAL);
    }

    /** @throws ModelFileException if the files are missing, damaged, or of a kind that is not read here */
    Tokenizer tokenizer() {
        Path whole = folder.resolve("tokenizer.json");
        try {
            return Files.exists(whole) ? fromTokenizerJson(whole) : fromVocabulary();
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | JsonParseException e) {
            throw new ModelFileException(
                    "The tokenizer of %s cannot be used: %s Download the folder again."
                            .formatted(folder, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private Tokenizer fromTokenizerJson(Path file) {
        JsonObject root = JsonFile.read(file);
        JsonObject model = root.getAsJsonObject("model");
        if (model == null || !text(model, "type").equals("BPE")) {
            throw new ModelFileException(
                    file + " is not byte-level BPE, which is what is read here. Choose another model.");
        }
        if (isSet(model, "byte_fallback")) {
            throw new ModelFileException(file
                    + " falls back to bytes, as SentencePiece does, which is not read here. Choose another model.");
        }
        place(model.getAsJsonObject("vocab"), file);
        added(root, file);
        List<String> merges = new ArrayList<>();
        for (JsonElement merge : model.getAsJsonArray("merges")) {
            // Newer files write a pair, older ones one text with a space between.
            merges.add(
                    merge instanceof JsonArray pair
                            ? pair.get(0).getAsString() + " " + pair.get(1).getAsString()
                            : merge.getAsString());
        }
        return build(merges, PreTokenizers.of(root, file));
    }

    private Tokenizer fromVocabulary() {
        Path vocabulary = folder.resolve("vocab.json");
        Path mergesFile = folder.resolve("merges.txt");
        place(JsonFile.read(vocabulary), vocabulary);
        Path config = folder.resolve("tokenizer_config.json");
        Optional<JsonObject> settings = Files.exists(config) ? Optional.of(JsonFile.read(config)) : Optional.empty();
        settings.ifPresent(this::addedTokensDecoder);
        for (int id = 0; id < pieces.length; id++) {
            if (END_OF_TEXT.equals(pieces[id])) {
                kinds[id] = TokenKind.SPECIAL;
            }
        }
        boolean qwen = settings.map(object -> text(object, "tokenizer_class").startsWith("Qwen2"))
                .orElse(false);
        return build(merges(mergesFile), qwen ? PreTokenizer.QWEN2 : PreTokenizer.GPT_2);
    }

    private static List<String> merges(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#version") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new ModelFileException("Cannot read %s. Download the model's folder whole.".formatted(file), e);
        }
    }

    private void place(JsonObject vocabulary, Path file) {
        if (vocabulary == null) {
            throw new ModelFileException(file + " has no vocabulary. Download the folder again.");
        }
        for (Map.Entry<String, JsonElement> entry : vocabulary.entrySet()) {
            place(entry.getValue().getAsInt(), entry.getKey(), TokenKind.NORMAL);
        }
    }

    private void place(int id, String piece, TokenKind kind) {
        if (id < 0 || id >= pieces.length) {
            throw new IllegalArgumentException(
                    "«%s» has the id %d, but the model has rows for %d tokens.".formatted(piece, id, pieces.length));
        }
        pieces[id] = piece;
        kinds[id] = kind;
    }

    private void added(JsonObject root, Path file) {
        if (!(root.get("added_tokens") instanceof JsonArray tokens)) {
            return;
        }
        for (JsonElement element : tokens) {
            if (!(element instanceof JsonObject token) || !token.has("id") || !token.has("content")) {
                throw new ModelFileException(file + " has an added token without id or text. Download it again.");
            }
            place(token.get("id").getAsInt(), token.get("content").getAsString(), kind(token));
        }
    }

    private void addedTokensDecoder(JsonObject settings) {
        if (settings.get("added_tokens_decoder") instanceof JsonObject tokens) {
            tokens.entrySet().forEach(entry -> {
                JsonObject token = entry.getValue().getAsJsonObject();
                place(Integer.parseInt(entry.getKey()), token.get("content").getAsString(), kind(token));
            });
        }
    }

    private static TokenKind kind(JsonObject token) {
        return isSet(token, "special") ? TokenKind.SPECIAL : TokenKind.ADDED;
    }

    private Tokenizer build(List<String> merges, PreTokenizer preTokenizer) {
        for (int id = 0; id < pieces.length; id++) {
            if (pieces[id] == null) {
                pieces[id] = "[unused " + id + "]";
                kinds[id] = TokenKind.UNUSED;
            }
        }
        return Tokenizer.of(Collections.unmodifiableList(Arrays.asList(pieces)), List.of(kinds), merges, preTokenizer);
    }

    /** @return the template of a conversation: a file of its own, or a setting of the tokenizer */
    Optional<String> chatTemplate() {
        Path file = folder.resolve("chat_template.jinja");
        if (Files.exists(file)) {
            try {
                return Optional.of(Files.readString(file));
            } catch (IOException e) {
                throw new ModelFileException("Cannot read " + file + ". Download the model's folder whole.", e);
            }
        }
        Path config = folder.resolve("tokenizer_config.json");
        if (!Files.exists(config)) {
            return Optional.empty();
        }
        JsonElement template = JsonFile.read(config).get("chat_template");
        return template != null && template.isJsonPrimitive() ? Optional.of(template.getAsString()) : Optional.empty();
    }

    private static String text(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    private static boolean isSet(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value != null && value.isJsonPrimitive() && value.getAsBoolean();
    }
}
