package tokenwalk.runtime.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the little-endian fields of a GGUF header one after the other and never past the file's end. */
final class GgufReader {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(LITTLE);
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private final Path file;
    private final MemorySegment data;
    private long position;

    GgufReader(Path file, MemorySegment data) {
        this.file = file;
        this.data = data;
    }

    long position() {
        return position;
    }

    private long take(long bytes) {
        if (bytes < 0 || bytes > data.byteSize() - position) {
            throw ModelFileException.truncated(file);
        }
        long at = position;
        position += bytes;
        return at;
    }

    int int32() {
        return data.get(INT, take(4));
    }

    long int64() {
        return data.get(LONG, take(8));
    }

    /** A number of things that each take at least so many bytes: more than the file could hold is an error. */
    int count(long smallest) {
        long count = int64();
        if (count < 0 || count > (data.byteSize() - position) / smallest) {
            throw ModelFileException.truncated(file);
        }
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    String string() {
        int length = count(1);
        byte[] bytes = data.asSlice(take(length), length).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** @return a {@code Long}, {@code Double}, {@code Boolean}, {@code String} or a list of such */
    Object value() {
        int type = int32();
        return type == ARRAY ? array() : scalar(type);
    }

    private List<Object> array() {
        int type = int32();
        if (type == ARRAY) {
            throw ModelFileException.damaged(file, "a list within a list in its header");
        }
        int count = count(type == STRING ? 8 : 1);
        List<Object> values = new ArrayList<>(Math.min(count, 1 << 20));
        for (int i = 0; i < count; i++) {
            values.add(scalar(type));
        }
        return List.copyOf(values);
    }

    private Object scalar(int type) {
        return switch (type) {
            case 0 -> (long) (data.get(ValueLayout.JAVA_BYTE, take(1)) & 0xFF);
            case 1 -> (long) data.get(ValueLayout.JAVA_BYTE, take(1));
            case 2 -> (long) (data.get(SHORT, take(2)) & 0xFFFF);
            case 3 -> (long) data.get(SHORT, take(2));
            case 4 -> int32() & 0xFFFFFFFFL;
            case 5 -> (long) int32();
            case 6 -> (double) Float.intBitsToFloat(int32());
            case 7 -> data.get(ValueLayout.JAVA_BYTE, take(1)) != 0;
            case STRING -> string();
            case 10, 11 -> int64();
            case 12 -> Double.longBitsToDouble(int64());
            default -> throw ModelFileException.damaged(file, "a value of unknown type " + type + " in its header");
        };
    }
}
