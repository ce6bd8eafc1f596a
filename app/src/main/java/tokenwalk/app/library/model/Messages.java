package tokenwalk.app.library.model;

/** What a failure says to the user. */
final class Messages {
    private Messages() {}

    static String of(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
