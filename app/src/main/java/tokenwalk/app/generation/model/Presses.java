package tokenwalk.app.generation.model;

/**
 * How often each command was given since the program began, so that a lesson can tell what the learner did.
 *
 * @param steps tokens appended one by one
 * @param draws tokens drawn without appending them; a thousand at once count a thousand
 */
public record Presses(long steps, long draws, long plays, long backs, long restarts) {
    static final Presses NONE = new Presses(0, 0, 0, 0, 0);

    Presses withStep() {
        return new Presses(steps + 1, draws, plays, backs, restarts);
    }

    Presses withDraws(long more) {
        return new Presses(steps, draws + more, plays, backs, restarts);
    }

    Presses withPlay() {
        return new Presses(steps, draws, plays + 1, backs, restarts);
    }

    Presses withBack() {
        return new Presses(steps, draws, plays, backs + 1, restarts);
    }

    Presses withRestart() {
        return new Presses(steps, draws, plays, backs, restarts + 1);
    }
}
