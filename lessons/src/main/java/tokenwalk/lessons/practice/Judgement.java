package tokenwalk.lessons.practice;

import java.util.Optional;

/**
 * What is said to an answer of the lab.
 *
 * @param accepted whether it counts as right; a right one may still have a slip, which is then only noted
 * @param slip where it was found out
 * @param words one line for the learner; empty for an answer that is simply right
 */
public record Judgement(boolean accepted, Optional<Slip> slip, String words) {
    static final Judgement RIGHT = new Judgement(true, Optional.empty(), "");

    static Judgement wrong(Slip slip, String words) {
        return new Judgement(false, Optional.of(slip), words);
    }
}
