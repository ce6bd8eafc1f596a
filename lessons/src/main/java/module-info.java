/** What is worth showing and how it is taught: data with a checker, no code in it. */
module tokenwalk.lessons {
    requires transitive org.jspecify;
    requires transitive tokenwalk.runtime;
    requires com.google.gson;
    requires dev.dirs;
    requires info.picocli;
    requires org.apache.commons.csv;
    requires org.commonmark;
    requires com.github.librepdf.openpdf;
    requires java.desktop;

    exports tokenwalk.lessons;
    exports tokenwalk.lessons.cli;
    exports tokenwalk.lessons.fact;
    exports tokenwalk.lessons.file;
    exports tokenwalk.lessons.lesson;
    exports tokenwalk.lessons.practice;
    exports tokenwalk.lessons.print;
    exports tokenwalk.lessons.progress;
    exports tokenwalk.lessons.prose;
    exports tokenwalk.lessons.place;
    exports tokenwalk.lessons.reading;

    opens tokenwalk.lessons to
            com.google.gson;
    opens tokenwalk.lessons.cli to
            info.picocli;
}
