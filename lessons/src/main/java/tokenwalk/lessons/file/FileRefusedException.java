package tokenwalk.lessons.file;

/** One file of a pack cannot be used; the others can. The message says what is wrong, and is one sentence. */
final class FileRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final String mend;

    FileRefusedException(String what, String mend) {
        super(what);
        this.mend = mend;
    }

    /** @return what is wrong and how to mend it */
    String words() {
        return getMessage() + " " + mend;
    }

    Mistake in(String file) {
        return new Mistake(file, 1, String.valueOf(getMessage()), mend);
    }
}
