package tokenwalk.lessons.practice;

import java.util.List;

/** The open questions that ship with the program. */
public final class SelfCheck {
    private SelfCheck() {}

    /** @return the questions of the bundled file, in its order */
    public static List<SelfCheckQuestion> bundled() {
        return BundledList.read(
                "self-check.json",
                entry -> new SelfCheckQuestion(
                        entry.id(), entry.text("title"), entry.prose("question"), entry.prose("answer")));
    }
}
