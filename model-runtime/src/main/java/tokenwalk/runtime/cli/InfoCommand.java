package tokenwalk.runtime.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tokenwalk.runtime.model.Facts;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.ModelShape;

/** Tells what a model is. */
@Command(name = "info", description = "Tell what a model is and how it is computed here.")
final class InfoCommand implements Runnable {
    private final Output out;

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    InfoCommand(Output out) {
        this.out = out;
    }

    @Override
    public void run() {
        ModelLoader loader = ModelOptions.loader();
        List<Row> rows = rows(options.open(loader), loader);
        if (json) {
            JsonObject object = new JsonObject();
            rows.forEach(row -> object.add(row.key, row.value));
            out.line(Json.text(object));
        } else {
            rows.forEach(row -> out.line("%-17s %s".formatted(row.label, row.shown)));
        }
    }

    /** One fact, for a script and for a reader. */
    private record Row(String key, String label, JsonElement value, String shown) {
        static Row of(String key, String label, String text) {
            return new Row(key, label, new JsonPrimitive(text), text);
        }

        static Row of(String key, String label, long number) {
            return new Row(key, label, new JsonPrimitive(number), String.format(Locale.ROOT, "%,d", number));
        }
    }

    private static List<Row> rows(LanguageModel model, ModelLoader loader) {
        Facts facts = model.facts();
        ModelShape shape = model.shape();
        String megabytes = String.format(Locale.ROOT, "%.1f MB", facts.byteSize() / 1e6);
        boolean chat = model.chatTemplate().isPresent();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("name", "name", facts.name()));
        rows.add(Row.of("file", "file", facts.path().toString()));
        rows.add(Row.of("architecture", "architecture", facts.architecture()));
        rows.add(Row.of("type", "type", facts.fileType()));
        rows.add(new Row("size_bytes", "size", new JsonPrimitive(facts.byteSize()), megabytes));
        rows.add(Row.of("parameters", "parameters", facts.parameters()));
        rows.add(Row.of("layers", "layers", shape.layers()));
        rows.add(Row.of("heads", "heads", shape.attention().heads()));
        rows.add(Row.of("key_value_heads", "key/value heads", shape.attention().keyValueHeads()));
        rows.add(Row.of("head_width", "head width", shape.attention().headWidth()));
        rows.add(Row.of("width", "width", shape.width()));
        rows.add(Row.of("inner_width", "inner width", shape.innerWidth()));
        rows.add(Row.of("vocabulary", "vocabulary", shape.vocabulary()));
        rows.add(Row.of("context", "context", shape.contextLength()));
        rows.add(new Row("chat_template", "chat template", new JsonPrimitive(chat), chat ? "yes" : "no"));
        rows.add(endOfText(model));
        rows.add(Row.of("kernel", "kernel", loader.kernel()));
        rows.add(Row.of("threads", "threads", loader.threads()));
        return rows;
    }

    private static Row endOfText(LanguageModel model) {
        List<Token> tokens =
                model.endOfText().stream().sorted().map(model::token).toList();
        JsonArray array = new JsonArray();
        for (Token token : tokens) {
            JsonObject entry = new JsonObject();
            entry.addProperty("id", token.id());
            entry.addProperty("text", token.text());
            array.add(entry);
        }
        String shown = tokens.stream()
                .map(token -> token.text() + " (" + token.id() + ")")
                .collect(Collectors.joining(", "));
        return new Row("end_of_text", "end of text", array, shown);
    }
}
