package tokenwalk.runtime.hub;

/** A catalogue that cannot be used. The message is one line for the user: what is wrong, how to mend it. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CatalogueException(String message) {
        super(message);
    }

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
