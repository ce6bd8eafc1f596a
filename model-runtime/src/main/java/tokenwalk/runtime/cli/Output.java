package tokenwalk.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;

/** Standard output: UTF-8 whatever the locale, and each piece passed on at once. */
final class Output {
    private final Writer writer;

    Output(OutputStream stream) {
        this.writer = new OutputStreamWriter(stream, UTF_8);
    }

    /** @throws OutputLostException if it cannot be written, for one because nobody reads any more */
    void print(String text) {
        try {
            writer.write(text);
            writer.flush();
        } catch (IOException e) {
            throw new OutputLostException(e);
        }
    }

    /** Prints a text and ends the line. */
    void line(String text) {
        print(text + "\n");
    }
}
