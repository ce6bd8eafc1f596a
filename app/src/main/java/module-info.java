/** The desktop program. */
module tokenwalk.app {
    requires tokenwalk.runtime;
    requires tokenwalk.lessons;
    requires org.jspecify;
    requires info.picocli;
    requires javafx.controls;
    requires javafx.swing;
    requires java.desktop;
    requires atlantafx.base;
    requires org.controlsfx.controls;
    requires ejml.core;
    requires ejml.ddense;

    opens tokenwalk.app to
            info.picocli,
            javafx.graphics;
    opens tokenwalk.app.render to
            info.picocli;
}
