package tokenwalk.app.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tokenwalk.app.lesson.model.LessonShelf;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;

/** A short lesson with one step of each kind. */
public final class TestLesson {
    private static final String TEXT = """
            {"format": 1, "title": "How ` is` becomes ` Paris`", "audience": "Tests", "minutes": 5,
             "goals": ["Follow the last token", "Read the **bars**"],
             "text": "The capital of Germany is Berlin. The capital of France is",
             "steps": [
              {"step": "explain", "text": "The best token is {{best_token}}, with {{best_probability}}. Look at [the bars](<target:candidate bars>).\\n\\n- The model has **{{layers}}** layers.\\n- The text has {{token_count}} tokens.", "highlight": ["candidate bars"], "notes": "Ask the class."},
              {"step": "set", "state": {"level": 21, "temperature": 0.5}},
              {"step": "do", "text": "At **level 0** the red dot stood where every ` is` stands. Each block adds a little to it.", "until": {"level": "minus last_level 2"}, "hint": "Click the slider, then press the arrow key.", "hint_after": 600, "highlight": ["level"]},
              {"step": "predict", "text": "Which token comes next?", "answer": {"token": "best_token"}, "reveal": "It is {{best_token}}.", "cover": ["candidate bars"]},
              {"step": "ask", "text": "How many layers has the model?", "answer": {"number": "layers"}, "reveal": "It has {{layers}}."},
              {"step": "ask", "text": "What does the softmax do?", "answer": {"choices": ["It *draws* a token.", "It turns scores into probabilities that add up to one.", "It reads the text once more."], "correct": 2}, "if_wrong": "again"},
              {"step": "ask", "text": "Why does only the last position predict?", "answer": {"open": true}, "reveal": "Its vector is the only one that has seen the whole text.", "next": "end"},
              {"step": "explain", "id": "again", "text": "Look once more at the stages.", "highlight": ["sampler stages"]},
              {"step": "do", "id": "end", "text": "Append a token.", "until": {"press": "step", "times": 2}},
              {"step": "ask", "text": "Which token leads now?", "answer": {"token": "best_token"}}
             ]}
            """;

    private TestLesson() {}

    /** Writes it to a new folder. */
    static Path write() {
        return write(TEXT);
    }

    static Path write(String json) {
        try {
            return Files.writeString(Files.createTempDirectory("lessons").resolve("01-test.json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Lesson open() {
        try {
            LessonPack pack = LessonPack.open(write());
            if (!pack.files().getFirst().mistakes().isEmpty()) {
                throw new AssertionError(pack.files().getFirst().mistakes());
            }
            return LessonShelf.lessons(pack).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
