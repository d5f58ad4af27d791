package io.mergewell.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a sequence of values that can be read in one way only: each text is brought to NFC and preceded by its
 * length in bytes, so {@code ab, c} and {@code a, bc} differ.
 */
final class Canonical {

    private static final int ABSENT = -1;
    private static final int KEY_LENGTH = 16;
    private static final int BUFFERED = 1 << 10;

    private final MessageDigest sha256 = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED);

    /** Adds a text; null is another value than the empty text. */
    Canonical text(@Nullable String text) {
        if (text == null) {
            return number(ABSENT);
        }
        byte[] bytes = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        if (bytes.length > buffer.remaining()) {
            sha256.update(bytes);
        } else {
            buffer.put(bytes);
        }
        return this;
    }

    /** Adds a list in its order. */
    Canonical texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** Adds a whole number, such as the length of a list that follows. */
    Canonical number(long number) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(number);
        return this;
    }

    /** Adds a fraction, exactly. */
    Canonical fraction(double fraction) {
        return number(Double.doubleToLongBits(fraction));
    }

    /** The digest as 64 hexadecimal digits. Ends this sequence. */
    String digest() {
        flush();
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** A letter and the first 64 bits of the digest: no spreadsheet takes it for a number. Ends this sequence. */
    String key(char letter) {
        return letter + digest().substring(0, KEY_LENGTH);
    }

    private void flush() {
        sha256.update(buffer.flip());
        buffer.clear();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
