package tokenwalk.app.lesson.model;

import tokenwalk.app.session.Reading;
import tokenwalk.lessons.fact.ReadText;

/** What facts are about: the text on screen. */
final class Texts {
    private Texts() {}

    static ReadText of(Reading reading) {
        return new ReadText(reading.model(), reading.trace(), reading.promptLength());
    }
}
