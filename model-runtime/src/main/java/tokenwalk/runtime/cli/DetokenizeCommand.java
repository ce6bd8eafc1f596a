package tokenwalk.runtime.cli;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tokenwalk.runtime.model.LanguageModel;

/** Ids to texts. */
@Command(
        name = "detokenize",
        description =
                "Read JSON arrays of ids, one a line, from standard input; write the text of each as a JSON string.")
final class DetokenizeCommand implements Runnable {
    private final InputStream in;
    private final Output out;

    @Mixin
    private ModelOptions options = new ModelOptions();

    DetokenizeCommand(InputStream in, Output out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public void run() {
        LanguageModel model = options.open();
        new JsonLines(in, out).answer("one JSON array of ids, such as [19556, 905]", DetokenizeCommand::ids, ids -> {
            String text =
                    model.tokenizer().decode(ids.stream().map(model::token).toList());
            return Json.text(json -> json.value(text));
        });
    }

    private static List<Integer> ids(JsonReader json) throws IOException {
        List<Integer> ids = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            ids.add(json.nextInt());
        }
        json.endArray();
        return ids;
    }
}
