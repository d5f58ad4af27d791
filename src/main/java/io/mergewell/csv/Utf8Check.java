package io.mergewell.csv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Counts what is UTF-8 in a stream of bytes and what is not (Unicode 16, table 3-7), eight ASCII bytes at a time. */
final class Utf8Check {

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;

    private long sequences;
    private long misfits;
    private boolean zeroSeen;
    private int missing;
    private int least;
    private int most;

    /** Takes the bytes that remain in the buffer; a character may begin in one buffer and end in the next. */
    void take(ByteBuffer bytes) {
        bytes.order(ByteOrder.nativeOrder());
        while (bytes.hasRemaining()) {
            if (missing == 0 && bytes.remaining() >= Long.BYTES) {
                long eight = bytes.getLong(bytes.position());
                if ((eight & HIGH_BITS) == 0) {
                    zeroSeen |= ((eight - LOW_BITS) & ~eight & HIGH_BITS) != 0;
                    bytes.position(bytes.position() + Long.BYTES);
                    continue;
                }
            }
            take(bytes.get() & 0xFF);
        }
    }

    /** Whether all bytes so far were UTF-8. */
    boolean fits() {
        return misfits == 0 && missing == 0;
    }

    /** Whether it is UTF-8 with a few damaged places rather than another encoding. */
    boolean nearlyFits() {
        return sequences > 10 * (misfits + (missing == 0 ? 0 : 1));
    }

    /** Whether a U+0000 occurred. */
    boolean zeroSeen() {
        return zeroSeen;
    }

    private void take(int value) {
        if (missing > 0 && value >= least && value <= most) {
            missing--;
            expect(missing, 0x80, 0xBF);
            sequences += missing == 0 ? 1 : 0;
            return;
        }
        misfits += missing > 0 ? 1 : 0;
        begin(value);
    }

    private void begin(int value) {
        zeroSeen |= value == 0;
        if (value < 0x80) {
            expect(0, 0, 0);
        } else if (value >= 0xC2 && value <= 0xDF) {
            expect(1, 0x80, 0xBF);
        } else if (value >= 0xE0 && value <= 0xEF) {
            expect(2, value == 0xE0 ? 0xA0 : 0x80, value == 0xED ? 0x9F : 0xBF);
        } else if (value >= 0xF0 && value <= 0xF4) {
            expect(3, value == 0xF0 ? 0x90 : 0x80, value == 0xF4 ? 0x8F : 0xBF);
        } else {
            misfits++;
            expect(0, 0, 0);
        }
    }

    private void expect(int bytes, int from, int to) {
        missing = bytes;
        least = from;
        most = to;
    }
}
