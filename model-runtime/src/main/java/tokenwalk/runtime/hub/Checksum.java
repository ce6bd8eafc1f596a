package tokenwalk.runtime.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what the hub tells one file's contents from all others: SHA-256 of a large file, git's blob SHA-1 of a small one.
 *
 * @param hex in lower case
 */
record Checksum(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final int SHA_1_DIGITS = 40;

    Checksum {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(hex);
        }
    }

    /** @return the checksum an ETag carries; none if it is an ETag of another kind */
    static Optional<Checksum> ofEtag(String etag) {
        String bare =
                etag.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT);
        return HEX.matcher(bare).matches() ? Optional.of(new Checksum(bare)) : Optional.empty();
    }

    /** @throws InterruptedException if the thread is interrupted meanwhile */
    boolean matches(Path file) throws IOException, InterruptedException {
        MessageDigest digest = digest(hex.length() == SHA_1_DIGITS ? "SHA-1" : "SHA-256");
        if (hex.length() == SHA_1_DIGITS) {
            digest.update("blob %d\0".formatted(Files.size(file)).getBytes(US_ASCII));
        }
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
