package tokenwalk.lessons.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.lesson.About;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Requirements;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.prose.Prose;

/** Reads a lesson, or tells everything that is wrong with it. */
final class LessonReader {
    private static final double FORMAT = 1;

    private final Values values;
    private final Mistakes mistakes;

    private LessonReader(Mistakes mistakes, Pictures pictures) {
        this.mistakes = mistakes;
        this.values = new Values(mistakes, pictures);
    }

    /**
     * @param name the file's name within its pack
     * @param id what the lesson's progress is kept under
     */
    static LessonFile read(String name, String id, byte[] file, Pictures pictures) {
        Mistakes mistakes = new Mistakes(name);
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            JsonNode root = JsonTree.read(text);
            Optional<Lesson> lesson =
                    new LessonReader(mistakes, pictures).lesson(root, id).filter(_ -> mistakes.none());
            return new LessonFile(name, lesson, mistakes.all(), Lines.of(root));
        } catch (JsonTree.MalformedException e) {
            mistakes.add(e.line(), String.valueOf(e.getMessage()), e.mend());
        } catch (CharacterCodingException e) {
            mistakes.add(1, "This file is not in UTF-8.", "Save it again with the encoding UTF-8.");
        }
        return new LessonFile(name, Optional.empty(), mistakes.all(), Lines.NONE);
    }

    /** @return the lesson, complete only if no mistake was found */
    private Optional<Lesson> lesson(JsonNode root, String id) {
        return values.keys(root, "A lesson").flatMap(keys -> {
            keys.required("format", this::format);
            Optional<About> about = about(keys);
            Optional<Requirements> requires = keys.optional("requires", this::requirements);
            Optional<String> text = keys.optional("text", values::text);
            List<Step> steps = keys.required("steps", this::steps).orElse(List.of());
            keys.noOthers();
            return about.filter(_ -> !steps.isEmpty())
                    .map(known -> new Lesson(id, known, requires.orElse(Requirements.NONE), text, steps));
        });
    }

    private Optional<Double> format(JsonNode node) {
        return values.number(node, Range.ANY).filter(format -> {
            if (format != FORMAT) {
                mistakes.add(
                        node.line(),
                        "This program does not know the format that this lesson is written in.",
                        "It must be 1; a newer Tokenwalk may know others.");
            }
            return format == FORMAT;
        });
    }

    private Optional<About> about(Keys keys) {
        Optional<Prose> title = keys.required("title", values::oneLine);
        Optional<String> audience = keys.required("audience", values::text);
        Optional<Integer> minutes = keys.required("minutes", node -> values.whole(node, Range.whole(1, 600)));
        Optional<List<Prose>> goals =
                keys.required("goals", node -> notEmpty(node, values.list(node, values::oneLine), "goal"));
        return title.flatMap(words ->
                audience.flatMap(who -> minutes.flatMap(time -> goals.map(list -> new About(words, who, time, list)))));
    }

    private Optional<Requirements> requirements(JsonNode node) {
        return values.keys(node, "«requires»").map(keys -> {
            int layers = keys.optional("layers", value -> values.whole(value, Range.whole(1, 1000)))
                    .orElse(Requirements.NONE.layers());
            boolean chat = keys.optional("chat_template", values::flag).orElse(Requirements.NONE.chatTemplate());
            boolean rotary = keys.optional("rotary", values::flag).orElse(Requirements.NONE.rotary());
            keys.noOthers();
            return new Requirements(layers, chat, rotary);
        });
    }

    private Optional<List<Step>> steps(JsonNode node) {
        StepReader reader = new StepReader(values);
        Optional<List<Step>> steps = notEmpty(node, values.list(node, reader::read), "step");
        if (node instanceof JsonNode.Items items) {
            new Way(items.items(), mistakes).check();
        }
        return steps;
    }

    private <T> Optional<List<T>> notEmpty(JsonNode node, Optional<List<T>> list, String what) {
        if (node instanceof JsonNode.Items items && items.items().isEmpty()) {
            mistakes.add(node.line(), "This list is empty.", "Add at least one " + what + ".");
        }
        return list;
    }
}
