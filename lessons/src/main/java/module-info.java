/** What is worth showing: data with a checker, no code in it. */
module tokenwalk.lessons {
    requires transitive org.jspecify;
    requires com.google.gson;

    exports tokenwalk.lessons;

    opens tokenwalk.lessons to
            com.google.gson;
}
