/** A small transformer runtime: text in, traces and tokens out. */
module tokenwalk.runtime {
    requires transitive org.jspecify;
    requires jdk.incubator.vector;
    requires com.google.gson;
    requires dev.dirs;
    requires java.net.http;
    requires jdk.management;
    requires org.apache.commons.numbers.gamma;
    requires transitive info.picocli;

    exports tokenwalk.runtime.cli;
    exports tokenwalk.runtime.generation;
    exports tokenwalk.runtime.hub;
    exports tokenwalk.runtime.lens;
    exports tokenwalk.runtime.model;
    exports tokenwalk.runtime.sampling;
    exports tokenwalk.runtime.tensor;
    exports tokenwalk.runtime.token;
    exports tokenwalk.runtime.trace;
    exports tokenwalk.runtime.transformer;
    exports tokenwalk.runtime.weights;

    opens tokenwalk.runtime.weights to
            com.google.gson;
    opens tokenwalk.runtime.cli to
            info.picocli;
}
