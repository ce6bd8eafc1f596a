package tokenwalk.lessons.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;

/** A lesson that has every kind of step, and every kind of prose. */
final class SampleLesson {
    private static final String JSON = """
            {
              "format": 1,
              "title": "How ` is` becomes ` Paris`",
              "audience": "Everyone who has done lesson 3",
              "minutes": 15,
              "goals": ["say what the {{layers}} layers do to a token", "find where an *answer* first leads"],
              "text": "The capital of Germany is Berlin. The capital of France is",
              "steps": [
                {"step": "explain", "text": "The model read {{token_count}} tokens. The best next one is {{best_token}} with **{{best_probability}}**.\\n\\nOf what comes,\\n\\n- the first is ` capital`, as *everywhere*,\\n- the second is 日本 and 🙂, which no font has.\\n\\n![A curve](curve.png)",
                 "notes": "Let them *guess* first."},
                {"step": "do", "text": "Move the [slider](target:level) to the end.", "until": {"level": "last_level"}},
                {"step": "set", "state": {"screen": "lens"}},
                {"step": "predict", "text": "At which level does {{best_token}} rank first?", "answer": {"number": "first_level_leading best_token", "tolerance": 1}, "reveal": "Only at level {{first_level_leading best_token}}."},
                {"step": "set", "text": "Now another text.", "state": {"text": "Once upon a", "generated": 2}},
                {"step": "ask", "text": "Which token is now the best?", "answer": {"token": "best_token"}, "reveal": "It holds {{best_probability}}."},
                {"step": "ask", "text": "What does a layer do?", "answer": {"choices": ["It **adds** to the vector", "It chooses a token", "It cuts the text"], "correct": 1}, "reveal": "It adds."},
                {"step": "ask", "text": "Why does only the last position predict?", "answer": {"open": true}, "reveal": "Each position predicts what follows *it*."}
              ]
            }
            """;

    private SampleLesson() {}

    /** Writes the lesson and its picture to a folder and opens that. */
    static LessonPack pack(Path folder) throws IOException {
        Files.writeString(folder.resolve("04-sample.json"), JSON);
        BufferedImage curve = new BufferedImage(320, 120, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < curve.getWidth(); x++) {
            curve.setRGB(x, (int) (60 + 50 * Math.sin(x / 20.0)), 0xffffff);
        }
        ImageIO.write(curve, "png", folder.resolve("curve.png").toFile());
        return LessonPack.open(folder);
    }

    static Lesson of(LessonPack pack) {
        LessonFile file = pack.files().getFirst();
        return file.lesson()
                .orElseThrow(() ->
                        new UncheckedIOException(new IOException(file.mistakes().toString())));
    }
}
