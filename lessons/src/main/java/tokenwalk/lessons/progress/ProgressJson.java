package tokenwalk.lessons.progress;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import tokenwalk.lessons.progress.Progress.CardProgress;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.LessonProgress;
import tokenwalk.lessons.progress.Progress.Verdict;

/** Progress as JSON. Reading takes nothing for granted: a value of the wrong type means that the file is damaged. */
final class ProgressJson {
    /** What is written. A file with a higher number comes from a newer program. */
    static final int FORMAT = 1;

    private static final Gson GSON = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private ProgressJson() {}

    /** @throws JsonParseException if it is no JSON object */
    static JsonObject parse(String text) {
        JsonObject root = GSON.fromJson(text, JsonObject.class);
        if (root == null) {
            throw new JsonParseException("the file is empty");
        }
        return root;
    }

    /** @throws JsonParseException if it is not said */
    static int format(JsonObject root) {
        int format = integer(root, "format");
        if (format < 1) {
            throw new JsonParseException("there is no format " + format);
        }
        return format;
    }

    /** @throws JsonParseException if anything is missing or of the wrong type */
    static Progress read(JsonObject root) {
        try {
            return new Progress(
                    entries(root, "lessons", ProgressJson::lesson),
                    entries(root, "answers", ProgressJson::answer),
                    entries(root, "cards", ProgressJson::card));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new JsonParseException(e);
        }
    }

    static String write(Progress progress) {
        JsonObject root = new JsonObject();
        root.addProperty("format", FORMAT);
        root.add("lessons", object(progress.lessons(), ProgressJson::json));
        root.add("answers", object(progress.answers(), ProgressJson::json));
        root.add("cards", object(progress.cards(), ProgressJson::json));
        return GSON.toJson(root) + "\n";
    }

    private static LessonProgress lesson(JsonObject json) {
        Map<Integer, GivenAnswer> answers = new HashMap<>();
        entries(json, "answers", ProgressJson::answer)
                .forEach((step, answer) -> answers.put(Integer.valueOf(step), answer));
        return new LessonProgress(
                integer(json, "step"),
                integer(json, "steps"),
                primitive(json, "finished", JsonPrimitive::isBoolean).getAsBoolean(),
                date(json, "last"),
                answers);
    }

    private static JsonObject json(LessonProgress lesson) {
        JsonObject json = new JsonObject();
        json.addProperty("step", lesson.step());
        json.addProperty("steps", lesson.steps());
        json.addProperty("finished", lesson.finished());
        json.addProperty("last", lesson.last().toString());
        json.add("answers", object(lesson.answers(), ProgressJson::json));
        return json;
    }

    private static GivenAnswer answer(JsonObject json) {
        return new GivenAnswer(text(json, "text"), Verdict.valueOf(text(json, "verdict")), date(json, "date"));
    }

    private static JsonObject json(GivenAnswer answer) {
        JsonObject json = new JsonObject();
        json.addProperty("text", answer.text());
        json.addProperty("verdict", answer.verdict().name());
        json.addProperty("date", answer.date().toString());
        return json;
    }

    private static CardProgress card(JsonObject json) {
        return new CardProgress(integer(json, "box"), date(json, "due"));
    }

    private static JsonObject json(CardProgress card) {
        JsonObject json = new JsonObject();
        json.addProperty("box", card.box());
        json.addProperty("due", card.due().toString());
        return json;
    }

    /** In order, so that the same progress is the same file. */
    private static <K extends Comparable<K>, V> JsonObject object(Map<K, V> entries, Function<V, JsonObject> json) {
        JsonObject object = new JsonObject();
        new TreeMap<>(entries).forEach((key, value) -> object.add(key.toString(), json.apply(value)));
        return object;
    }

    private static <V> Map<String, V> entries(JsonObject json, String name, Function<JsonObject, V> read) {
        Map<String, V> entries = new HashMap<>();
        asObject(json.get(name), name)
                .entrySet()
                .forEach(entry -> entries.put(entry.getKey(), read.apply(asObject(entry.getValue(), entry.getKey()))));
        return entries;
    }

    private static JsonObject asObject(JsonElement element, String name) {
        if (element instanceof JsonObject object) {
            return object;
        }
        throw new JsonParseException(name + " is no object");
    }

    private static int integer(JsonObject json, String name) {
        try {
            return primitive(json, name, JsonPrimitive::isNumber)
                    .getAsBigDecimal()
                    .intValueExact();
        } catch (ArithmeticException e) {
            throw new JsonParseException(name + " is no whole number", e);
        }
    }

    private static String text(JsonObject json, String name) {
        return primitive(json, name, JsonPrimitive::isString).getAsString();
    }

    private static LocalDate date(JsonObject json, String name) {
        return LocalDate.parse(text(json, name));
    }

    private static JsonPrimitive primitive(JsonObject json, String name, Predicate<JsonPrimitive> is) {
        if (json.get(name) instanceof JsonPrimitive value && is.test(value)) {
            return value;
        }
        throw new JsonParseException(name + " is missing or of the wrong type");
    }
}
