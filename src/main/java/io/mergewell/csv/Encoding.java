package io.mergewell.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file's bytes become text.
 *
 * <p>A byte order mark decides; without one, zero bytes at every other place mean UTF-16. Else the whole file is looked
 * through: UTF-8 if it is that, also with a few damaged places, otherwise Windows-1252, which is what spreadsheets write
 * when they write no UTF-8.
 *
 * @param markLength bytes of the byte order mark
 * @param clean whether every byte has a meaning in it; if not, the damaged characters read as U+FFFD or U+0000
 */
public record Encoding(Charset charset, int markLength, boolean clean) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int CHUNK = 1 << 16;

    /** What the bytes are written in, found out by looking at them. */
    public static Encoding of(Bytes file) throws IOException {
        try (ReadableByteChannel channel = Channels.newChannel(file.open())) {
            ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
            fill(channel, bytes);
            if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
                return new Encoding(StandardCharsets.UTF_8, 3, isUtf8(check(channel, bytes)));
            }
            if (startsWith(bytes, 0xFF, 0xFE)) {
                return new Encoding(StandardCharsets.UTF_16LE, 2, false);
            }
            if (startsWith(bytes, 0xFE, 0xFF)) {
                return new Encoding(StandardCharsets.UTF_16BE, 2, false);
            }
            return withoutMark(channel, bytes);
        }
    }

    /** The text without its byte order mark. */
    public Reader reader(Bytes file) throws IOException {
        InputStream bytes = file.open();
        bytes.skipNBytes(markLength);
        return new BufferedReader(new InputStreamReader(bytes, charset), CHUNK);
    }

    /**
     * The same, one character for each byte (for each two of UTF-16), so that what is read can be written again bit by
     * bit, damaged places too. What takes CSV apart, and only that, means the same in it.
     */
    public Encoding bytewise() {
        return new Encoding(isWide() ? charset : StandardCharsets.ISO_8859_1, markLength, clean);
    }

    /** How many bytes stand before a character of the {@link #bytewise} text. */
    public long bytesBefore(long character) {
        return markLength + (isWide() ? 2 : 1) * character;
    }

    private boolean isWide() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    private static Encoding withoutMark(ReadableByteChannel channel, ByteBuffer start) throws IOException {
        int evenZeros = zeros(start, 0);
        int oddZeros = zeros(start, 1);
        int tenth = start.limit() / 2 / 10;
        if (oddZeros > tenth && evenZeros <= oddZeros / 10) {
            return new Encoding(StandardCharsets.UTF_16LE, 0, false);
        }
        if (evenZeros > tenth && oddZeros <= evenZeros / 10) {
            return new Encoding(StandardCharsets.UTF_16BE, 0, false);
        }
        Utf8Check check = check(channel, start);
        return check.fits() || check.nearlyFits()
                ? new Encoding(StandardCharsets.UTF_8, 0, isUtf8(check))
                : new Encoding(WINDOWS, 0, false);
    }

    private static boolean isUtf8(Utf8Check check) {
        return check.fits() && !check.zeroSeen();
    }

    private static Utf8Check check(ReadableByteChannel channel, ByteBuffer bytes) throws IOException {
        Utf8Check check = new Utf8Check();
        while (bytes.hasRemaining()) {
            check.take(bytes);
            fill(channel, bytes);
        }
        return check;
    }

    private static void fill(ReadableByteChannel channel, ByteBuffer bytes) throws IOException {
        bytes.clear();
        int read;
        do {
            read = channel.read(bytes);
        } while (read >= 0 && bytes.hasRemaining());
        bytes.flip();
    }

    private static boolean startsWith(ByteBuffer bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.limit() || (bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(ByteBuffer bytes, int first) {
        int zeros = 0;
        for (int i = first; i < bytes.limit(); i += 2) {
            zeros += bytes.get(i) == 0 ? 1 : 0;
        }
        return zeros;
    }
}
