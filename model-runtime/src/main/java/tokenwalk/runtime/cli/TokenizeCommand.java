package tokenwalk.runtime.cli;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Tokenizer;

/** Texts to ids. */
@Command(
        name = "tokenize",
        description = "Read JSON strings, one a line, from standard input; write the ids of each as a JSON array.")
final class TokenizeCommand implements Runnable {
    private final InputStream in;
    private final Output out;

    @Mixin
    private ModelOptions options = new ModelOptions();

    TokenizeCommand(InputStream in, Output out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public void run() {
        Tokenizer tokenizer = options.open().tokenizer();
        new JsonLines(in, out).answer("one JSON string, such as \"Hello\"", TokenizeCommand::text, text -> {
            List<Token> tokens = tokenizer.encode(text);
            return Json.text(json -> Json.write(json, tokens, (token, to) -> to.value(token.id())));
        });
    }

    private static String text(JsonReader json) throws IOException {
        // nextString alone would take a number too.
        if (json.peek() != JsonToken.STRING) {
            throw new IllegalStateException("no string");
        }
        return json.nextString();
    }
}
