package tokenwalk.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * GPT-2's printable alphabet: one visible character for each of the 256 bytes, in which vocabularies and merges are
 * written. Printable Latin-1 stands for itself, every other byte for the next character from U+0100 on, so that a
 * space is {@code Ġ} and a newline {@code Ċ} (Radford et al. 2019, {@code bytes_to_unicode}).
 */
final class ByteAlphabet {
    private static final int SIZE = 256;
    private static final int MOVED = 0x100;
    private static final String CHARACTERS = characters();
    private static final int[] BYTE_OF = bytesOf(CHARACTERS);

    private ByteAlphabet() {}

    /** @return the character that stands for a byte (0…255) */
    static char character(int value) {
        return CHARACTERS.charAt(value);
    }

    /**
     * @return the bytes a piece stands for; a piece with any character outside the alphabet stands for its own UTF-8,
     *     as Hugging Face's byte-level decoder has it
     */
    static byte[] bytes(String piece) {
        byte[] bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            char character = piece.charAt(i);
            if (character >= BYTE_OF.length || BYTE_OF[character] < 0) {
                return piece.getBytes(UTF_8);
            }
            bytes[i] = (byte) BYTE_OF[character];
        }
        return bytes;
    }

    private static String characters() {
        StringBuilder characters = new StringBuilder(SIZE);
        char next = MOVED;
        for (int value = 0; value < SIZE; value++) {
            characters.append(standsForItself(value) ? (char) value : next++);
        }
        return characters.toString();
    }

    private static boolean standsForItself(int value) {
        return value >= '!' && value <= '~' || value >= '¡' && value <= '¬' || value >= '®';
    }

    private static int[] bytesOf(String characters) {
        int[] bytes = new int[2 * SIZE];
        Arrays.fill(bytes, -1);
        for (int value = 0; value < SIZE; value++) {
            bytes[characters.charAt(value)] = value;
        }
        return bytes;
    }
}
