package tokenwalk.app.lesson.model;

/**
 * Where the learner is; steps that only set the app are not counted.
 *
 * @param number of the step, from 1
 * @param of how many steps there are
 */
public record Standing(int number, int of) {
    static final Standing NOWHERE = new Standing(0, 0);

    /** @return {@code Step 6 of 14} */
    public String words() {
        return of == 0 ? "" : "Step " + number + " of " + of;
    }
}
