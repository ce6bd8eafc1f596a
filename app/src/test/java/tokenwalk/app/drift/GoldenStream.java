package tokenwalk.app.drift;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tokenwalk.app.drift.model.DriftToken;
import tokenwalk.app.drift.model.ResidualStream;
import tokenwalk.runtime.tensor.Matrix;

/** «The capital of Germany is Berlin. The capital of France is» in the bundled model, from the float32 reference. */
public final class GoldenStream {
    public static final List<String> CAPITAL = List.of(
            "The", " capital", " of", " Germany", " is", " Berlin", ".", " The", " capital", " of", " France", " is");

    private static final int LEVELS = 31;
    private static final int WIDTH = 576;

    private GoldenStream() {}

    public static ResidualStream capital() {
        return capital(CAPITAL.size());
    }

    /** The first tokens of the sentence: causal attention makes them the same as the sentence cut there. */
    public static ResidualStream capital(int tokens) {
        ByteBuffer numbers = residual();
        List<Matrix> levels = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            float[] values = new float[tokens * WIDTH];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers.getFloat((level * CAPITAL.size() * WIDTH + i) * Float.BYTES);
            }
            levels.add(Matrix.of(tokens, WIDTH, values));
        }
        return ResidualStream.of(levels, tokens(CAPITAL.subList(0, tokens)));
    }

    public static List<DriftToken> tokens(List<String> texts) {
        List<DriftToken> tokens = new ArrayList<>();
        for (String text : texts) {
            tokens.add(new DriftToken(text, tokens.size() + 1));
        }
        return tokens;
    }

    private static ByteBuffer residual() {
        try (InputStream in = Objects.requireNonNull(
                GoldenStream.class.getResourceAsStream("/golden/capital.safetensors"), "capital.safetensors")) {
            ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int header = Math.toIntExact(file.getLong(0));
            String json = new String(file.array(), Long.BYTES, header, StandardCharsets.UTF_8);
            Matcher offsets = Pattern.compile("\"residual\":[^}]*\"data_offsets\":\\s*\\[(\\d+),\\s*(\\d+)]")
                    .matcher(json);
            if (!offsets.find()) {
                throw new IllegalStateException("no residual in the golden file");
            }
            int start = Integer.parseInt(offsets.group(1));
            int length = Integer.parseInt(offsets.group(2)) - start;
            return file.slice(Long.BYTES + header + start, length).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
