package tokenwalk.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.Function;

/** JSON on standard input, one value a line; each is answered by a line before the next is read. */
final class JsonLines {
    /** Reads the one value of a line. */
    @FunctionalInterface
    interface Value<T> {
        /** @throws IllegalStateException or {@link NumberFormatException} if it is of another kind */
        T readFrom(JsonReader json) throws IOException;
    }

    private final InputStream in;
    private final Output out;

    JsonLines(InputStream in, Output out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /**
     * Answers all lines up to the end of the input.
     *
     * @param kind what a line holds, for the message about one that does not, as «a JSON string, such as "Hello"»
     * @param answer throws {@link IllegalArgumentException} with a sentence for the user if the value cannot be used
     * @throws CommandFailure at the first wrong line, naming its number
     */
    <T> void answer(String kind, Value<T> value, Function<T, String> answer) {
        int number = 0;
        for (Optional<byte[]> line = next(); line.isPresent(); line = next()) {
            number++;
            T read = read(number, line.get(), kind, value);
            try {
                out.line(answer.apply(read));
            } catch (IllegalArgumentException e) {
                throw new CommandFailure("Line %d: %s".formatted(number, e.getMessage()), e);
            }
        }
    }

    private static <T> T read(int number, byte[] line, String kind, Value<T> value) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            JsonReader json = new JsonReader(new StringReader(text));
            json.setStrictness(Strictness.STRICT);
            T read = value.readFrom(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more than one value");
            }
            return read;
        } catch (CharacterCodingException e) {
            throw new CommandFailure("Line %d is not UTF-8. Each line must hold %s.".formatted(number, kind), e);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new CommandFailure("Line %d is wrong. Each line must hold %s.".formatted(number, kind), e);
        }
    }

    private Optional<byte[]> next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = in.read();
            }
        } catch (IOException e) {
            throw new CommandFailure("Cannot read standard input: " + e.getMessage() + ".", e);
        }
        return Optional.of(line.toByteArray());
    }
}
