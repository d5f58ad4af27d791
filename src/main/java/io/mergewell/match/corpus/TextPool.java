package io.mergewell.match.corpus;

import com.carrotsearch.hppc.ByteArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct texts, numbered from 0 in the order they came, kept as UTF-8 bytes in one array: millions of texts cost a
 * few bytes more than their characters. Growing is for one thread; reading afterwards is for any number.
 */
public final class TextPool {

    private final ByteArrayList bytes = new ByteArrayList(1 << 12);
    private final IntArrayList starts = new IntArrayList(1 << 8);

    /** A text's hash above its number and one; 0 where there is none. */
    private long[] slots = new long[1 << 9];

    public TextPool() {
        starts.add(0);
    }

    /** The number of a text, a new one if it was never seen. */
    public int intern(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int hash = spread(Arrays.hashCode(encoded));
        int slot = slotOf(encoded, hash);
        if (slots[slot] != 0) {
            return number(slots[slot]);
        }
        int number = size();
        bytes.add(encoded, 0, encoded.length);
        starts.add(bytes.elementsCount);
        slots[slot] = ((long) hash << Integer.SIZE) | (number + 1);
        if (number * 2 > slots.length) {
            grow();
        }
        return number;
    }

    /** The number of a text; -1 if it was never seen. */
    public int find(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return number(slots[slotOf(encoded, spread(Arrays.hashCode(encoded)))]);
    }

    /** Gives up the memory that only new texts and {@link #find} need: neither may come after it. */
    void close() {
        slots = new long[0];
        bytes.trimToSize();
        starts.trimToSize();
    }

    /** Gives each text its new number. */
    void renumber(Renumbering numbers) {
        byte[] old = bytes.toArray();
        int[] oldStarts = starts.toArray();
        int end = 0;
        for (int number = 0; number < numbers.size(); number++) {
            int from = oldStarts[numbers.oldOf(number)];
            int length = oldStarts[numbers.oldOf(number) + 1] - from;
            System.arraycopy(old, from, bytes.buffer, end, length);
            end += length;
            starts.buffer[number + 1] = end;
        }
        for (int slot = 0; slot < slots.length; slot++) {
            long entry = slots[slot];
            if (entry != 0) {
                slots[slot] = entry - number(entry) + numbers.newOf(number(entry));
            }
        }
    }

    /** How many distinct texts there are. */
    public int size() {
        return starts.elementsCount - 1;
    }

    /** A text by its number. */
    public String text(int number) {
        return new String(bytes.buffer, start(number), length(number), StandardCharsets.UTF_8);
    }

    /** The bytes of all texts; a text runs from {@link #start} for {@link #length} bytes. Not to be changed. */
    public byte[] bytes() {
        return bytes.buffer;
    }

    public int start(int number) {
        return starts.buffer[number];
    }

    public int length(int number) {
        return starts.buffer[number + 1] - starts.buffer[number];
    }

    private int slotOf(byte[] text, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !(hash(slots[slot]) == hash && holds(number(slots[slot]), text))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int number, byte[] text) {
        return Arrays.equals(bytes.buffer, start(number), start(number) + length(number), text, 0, text.length);
    }

    private void grow() {
        long[] full = slots;
        slots = new long[full.length * 2];
        int mask = slots.length - 1;
        for (long entry : full) {
            if (entry != 0) {
                int slot = hash(entry) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    private static int hash(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int number(long entry) {
        return (int) entry - 1;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
