package tokenwalk.lessons.fact;

/** An expression cannot be read, or has no value here. The message says what is wrong and how to mend it, in one line. */
public final class FactException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FactException(String message) {
        super(message);
    }
}
